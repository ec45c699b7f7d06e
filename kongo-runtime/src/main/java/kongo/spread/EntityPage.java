package kongo.spread;

import java.util.List;

/**
 * Some of the entities that have journaled anything, in the order in which they lie in the store.
 *
 * @param locations ids
 * @param goods ids
 * @param to where the lap is when all of these are done
 */
public record EntityPage(List<String> locations, List<String> goods, Lap to) {}
