package kongo.stream;

/**
 * How long and how many readings of one partition may wait.
 *
 * @param millis so long a harmless reading waits at least, unless many of its Location do
 * @param longestMillis so long it waits at most
 * @param rowsPerSecond so many Locations of the partition are given harmless readings in between
 * @param readings so many of one Location go together at most
 * @param window so many of the partition are on their way at most, give or take a batch
 */
public record HoldLimits(long millis, long longestMillis, int rowsPerSecond, int readings, int window) {}
