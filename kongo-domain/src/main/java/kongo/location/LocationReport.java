package kongo.location;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceProfile;
import kongo.violation.Violation;

/**
 * A Location as people see it: what is aboard, the latest readings, what is wrong.
 *
 * @param completeFrom what ended before this event time is not kept; {@link Books#NEVER}: everything is
 */
public record LocationReport(
    String id,
    long version,
    long completeFrom,
    Optional<PlaceProfile> profile,
    long loadGrams,
    List<String> aboard,
    List<Reading> latest,
    List<Violation> open) {}
