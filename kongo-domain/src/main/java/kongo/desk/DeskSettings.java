package kongo.desk;

/** @param retentionMillis what ended so long before the newest that was heard of is not kept; at least 1 */
public record DeskSettings(long retentionMillis) {}
