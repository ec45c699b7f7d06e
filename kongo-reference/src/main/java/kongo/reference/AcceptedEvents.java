package kongo.reference;

import java.util.Map;
import java.util.Set;
import kongo.goods.Move;
import kongo.location.SeriesKey;
import kongo.registry.Registration;

/**
 * What the set of violations is a function of, beside the rule book.
 *
 * @param readings by Location and series, without repetition
 * @param moves by Goods
 * @param registry the last registration of each id
 */
public record AcceptedEvents(
    Map<String, Map<SeriesKey, Series>> readings,
    Map<String, Set<Move>> moves,
    Map<String, Registration> registry) {}
