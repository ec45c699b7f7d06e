package kongo.violation;

/** What sort of thing a violation reports. */
public enum Kind {
  ENVIRONMENT,
  COLOCATION,
  OVERLOAD,
  EXPIRED,
  MISPLACED,
  MISROUTED,
  SILENCE,
  OVERSTAY
}
