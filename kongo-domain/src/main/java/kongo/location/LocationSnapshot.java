package kongo.location;

/** A Location's state as it is stored. */
public record LocationSnapshot(long version) {}
