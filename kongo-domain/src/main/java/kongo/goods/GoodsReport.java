package kongo.goods;

import java.util.List;
import java.util.Optional;
import kongo.registry.GoodsProfile;
import kongo.report.Cursor;
import kongo.violation.Violation;

/**
 * A Goods as people see it: where it is, where it was, what is wrong with its way.
 *
 * @param current the stay that has not ended
 * @param stays the latest first
 * @param next where the lists go on that did not fit
 * @param completeFrom what ended before this event time is not kept; {@link Opening#NEVER}: everything is
 */
public record GoodsReport(
    String id, long version, long completeFrom, GoodsProfile profile, Optional<Stay> current, List<Stay> stays, List<Violation> violations, Optional<Cursor> next) {}
