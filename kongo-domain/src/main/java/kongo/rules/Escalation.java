package kongo.rules;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import kongo.violation.Severity;

/**
 * What raises the severity of an excursion: exactly one of the two.
 *
 * @param afterMillis how long it has lasted
 * @param beyond how far outside its bounds a value was, in the unit of the metric; 0 or more
 */
public record Escalation(Severity severity, OptionalLong afterMillis, OptionalDouble beyond) {}
