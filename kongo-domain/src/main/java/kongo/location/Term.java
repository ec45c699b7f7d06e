package kongo.location;

import java.util.Optional;

/**
 * A part of a stay, or of a Location's life, on which a rule applies on equal terms.
 *
 * @param check by the definition at its beginning
 * @param earlier the part that ends where this one begins, if the stay has not ended
 */
record Term(Check check, Interval interval, Optional<Term> earlier) {}
