package kongo.rules;

import java.util.List;

/**
 * The rules that a cluster judges by.
 *
 * @param rules in the order of their names
 * @param hash SHA-256, lower-case hex, over what the book means (not over its spelling)
 */
public record RuleBook(List<Rule> rules, String hash) {}
