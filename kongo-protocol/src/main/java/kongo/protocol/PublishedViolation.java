package kongo.protocol;

import kongo.violation.Violation;

/**
 * What the value of a record of the violations topic says.
 *
 * @param revision grows per id; the highest counts
 */
public record PublishedViolation(long revision, Violation violation) {}
