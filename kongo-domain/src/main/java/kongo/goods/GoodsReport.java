package kongo.goods;

import java.util.List;
import kongo.registry.GoodsProfile;
import kongo.violation.Violation;

/** A Goods as people see it: where it is, where it was, what is wrong with its way. */
public record GoodsReport(
    String id, long version, GoodsProfile profile, List<Stay> stays, List<Violation> violations) {}
