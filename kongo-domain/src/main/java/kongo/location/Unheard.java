package kongo.location;

import kongo.violation.Cause;

/**
 * A Goods of which a Location has not heard a word that was said before the latest one: it may never come, since words
 * that can never be taken are given up. It has to be asked to say everything again.
 *
 * @param cause the record behind the word that was heard
 */
public record Unheard(String goods, Cause cause) {}
