package kongo.location;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceProfile;
import kongo.report.Cursor;
import kongo.violation.Violation;

/**
 * A Location as people see it: what is aboard, the latest readings, what is wrong.
 *
 * @param completeFrom what ended before this event time is not kept; {@link Books#NEVER}: everything is
 * @param count of what is aboard
 * @param next where the lists go on that did not fit
 */
public record LocationReport(
    String id,
    long version,
    long completeFrom,
    Optional<PlaceProfile> profile,
    long loadGrams,
    int count,
    List<String> aboard,
    List<Reading> latest,
    List<Violation> open,
    Optional<Cursor> next) {

  /** What of it concerns one Goods: not what else is aboard and wrong. */
  public LocationReport about(String goods) {
    List<Violation> itsOwn = open.stream().filter(violation -> goods.equals(violation.goods())).toList();
    return new LocationReport(id, version, completeFrom, profile, loadGrams, count, List.of(), latest, itsOwn, next);
  }
}
