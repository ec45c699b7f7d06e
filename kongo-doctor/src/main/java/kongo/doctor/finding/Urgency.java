package kongo.doctor.finding;

/** What is to be done about a finding. */
public enum Urgency {
  /** Somebody has to put it right: as it is, something is not watched, or not as it was meant. */
  FIX,

  /** It is true, and may be meant. */
  KNOW
}
