package kongo.violation;

/** Where a violation stands; any status may follow any other as evidence comes in. */
public enum Status {
  OPEN,
  CLOSED,
  RETRACTED
}
