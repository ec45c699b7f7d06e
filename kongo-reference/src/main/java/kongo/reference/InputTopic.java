package kongo.reference;

/** The topics that Kongo reads, whatever they are called. */
public enum InputTopic {
  REGISTRY,
  SENSORS,
  RFID,
  RULES
}
