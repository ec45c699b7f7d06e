package kongo.reference;

/** Whether a record says something new about what it names, the same as an accepted one, or something else. */
public enum Said {
  SOMETHING_NEW,
  THE_SAME,
  SOMETHING_ELSE
}
