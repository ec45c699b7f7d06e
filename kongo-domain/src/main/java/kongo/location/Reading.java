package kongo.location;

/**
 * One measured value at a Location.
 *
 * @param sensor identifier, or {@code ""}
 * @param time event time, milliseconds since the epoch
 */
public record Reading(String metric, String sensor, long time, double value) {}
