package kongo.location;

/**
 * What an operator may set for Locations.
 *
 * @param retentionMillis how much later than an accepted one a reading may come
 * @param readingsInMemory how many readings a Location keeps in memory (about 24 bytes each) unless it is told another number; at
 *     least 1
 */
public record LocationSettings(long retentionMillis, int readingsInMemory) {}
