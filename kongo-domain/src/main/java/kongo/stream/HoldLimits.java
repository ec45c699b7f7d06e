package kongo.stream;

/**
 * How long and how many readings of one partition may wait.
 *
 * @param millis so long a harmless reading waits at most
 * @param readings so many of one Location go together at most
 * @param window so many of the partition are on their way at most, give or take a batch
 */
public record HoldLimits(long millis, int readings, int window) {}
