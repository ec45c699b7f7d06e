package kongo.rules;

import java.util.List;
import java.util.SortedMap;

/**
 * The rules that a cluster judges by.
 *
 * @param rules in the order of their names
 * @param settleMillis for so long after a LOAD the gate of the warehouse may read the tag again, and it means nothing; 0: never
 * @param plausible what sensors can mean, by metric
 * @param builtIn how bad it is to break what needs no rule
 * @param hash SHA-256, lower-case hex, over what the book means (not over its spelling)
 */
public record RuleBook(
    List<Rule> rules, long settleMillis, SortedMap<String, Plausible> plausible, BuiltIn builtIn, String hash) {}
