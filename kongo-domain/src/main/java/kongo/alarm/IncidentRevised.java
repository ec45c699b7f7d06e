package kongo.alarm;

import kongo.effect.Effect;
import kongo.violation.Cause;

/**
 * An incident is new, is not what it was, or is no more.
 *
 * @param number sequence number of the Desk's journal event that caused it: grows per id, not by ones
 * @param cause of the violation that made it so
 */
public record IncidentRevised(long number, IncidentChange change, Cause cause) implements Effect {}
