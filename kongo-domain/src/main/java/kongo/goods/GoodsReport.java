package kongo.goods;

import java.util.List;
import kongo.registry.GoodsProfile;
import kongo.violation.Violation;

/**
 * A Goods as people see it: where it is, where it was, what is wrong with its way.
 *
 * @param completeFrom what ended before this event time is not kept; {@link Opening#NEVER}: everything is
 */
public record GoodsReport(
    String id, long version, long completeFrom, GoodsProfile profile, List<Stay> stays, List<Violation> violations) {}
