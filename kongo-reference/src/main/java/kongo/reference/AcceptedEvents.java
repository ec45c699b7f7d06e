package kongo.reference;

import java.util.Map;
import kongo.location.SeriesKey;

/**
 * What the set of violations is a function of, beside the rule book.
 *
 * @param readings by Location and series, without repetition
 * @param provenTimes by Location the latest time of a reading, each not after the timestamp of its record; milliseconds
 * @param moves by Goods
 * @param registry by id what is said of it
 */
public record AcceptedEvents(
    Map<String, Map<SeriesKey, Series>> readings,
    Map<String, Long> provenTimes,
    Map<String, Moves> moves,
    Map<String, Profiles> registry) {}
