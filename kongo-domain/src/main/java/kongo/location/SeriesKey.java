package kongo.location;

/** Names one measured series of a Location; {@code sensor} may be {@code ""}. */
public record SeriesKey(String metric, String sensor) {}
