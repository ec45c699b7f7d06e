package kongo.spread;

/**
 * An entity that cannot take the rule books.
 *
 * @param entity as the journal has it
 */
public record SpreadFailure(String entity, String cause) {}
