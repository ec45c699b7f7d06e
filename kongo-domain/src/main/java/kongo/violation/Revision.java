package kongo.violation;

/**
 * One publication of a violation.
 *
 * @param number sequence number of its owner's journal event that caused it: grows per id, not by ones
 */
public record Revision(long number, Violation violation, Cause cause) {}
