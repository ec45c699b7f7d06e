package kongo.reference;

/** What a value is to a rule (section 7): it breaks it, is far enough from breaking it, or neither. */
enum Mark {
  OUT,
  BETWEEN,
  CLEAR
}
