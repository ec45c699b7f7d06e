package kongo.rules;

/** Whom a rule is about. */
public enum Subject {
  GOODS,
  LOCATION
}
