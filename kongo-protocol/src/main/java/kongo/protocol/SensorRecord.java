package kongo.protocol;

import kongo.location.Reading;

/** What a record of the sensors topic says. */
public record SensorRecord(String location, Reading reading) {}
