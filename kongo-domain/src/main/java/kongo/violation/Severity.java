package kongo.violation;

/** How bad a violation is, in the order of this enum; the words of ISA-18.2's priorities. */
public enum Severity {
  WARNING,
  MINOR,
  MAJOR,
  CRITICAL
}
