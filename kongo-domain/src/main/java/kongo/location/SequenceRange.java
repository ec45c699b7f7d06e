package kongo.location;

/** Rows of a journal, both ends included. */
public record SequenceRange(long first, long last) {}
