package kongo.entity;

import java.util.List;
import java.util.Set;
import kongo.goods.GoodsReport;
import kongo.goods.Stay;
import kongo.location.LocationReport;
import kongo.location.Reading;
import kongo.report.Cursor;
import kongo.report.Page;
import kongo.size.EncodedSize;
import kongo.violation.Violation;

/** Reports that fit into an answer: their lists are cut, and say where they go on. */
public final class ReportPages {

  private static final String STAYS = "stays";
  private static final String VIOLATIONS = "violations";
  private static final String ABOARD = "aboard";
  private static final String LATEST = "latest";
  private static final String OPEN = "open";
  /** In no name. */
  private static final String BETWEEN = " ";

  /** The lists of which a {@link Cursor} of a report may tell. */
  public static final Set<String> OF_GOODS = Set.of(STAYS, VIOLATIONS);
  public static final Set<String> OF_LOCATION = Set.of(ABOARD, LATEST, OPEN);

  private ReportPages() {}

  private static Page pageOf(long room, Cursor after) {
    return new Page(after, room - EncodedSize.LONGEST_CURSOR);
  }

  /** @param most bytes of the answer */
  static GoodsReport of(GoodsReport whole, Cursor after, long most) {
    Page page = pageOf(most - EncodedSize.of(with(whole, List.of(), List.of(), new Page(after, 0))), after);
    List<Stay> stays = page.take(STAYS, whole.stays(), ReportPages::latestFirst, EncodedSize::of);
    List<Violation> violations = page.take(VIOLATIONS, whole.violations(), Violation::id, EncodedSize::of);
    return with(whole, stays, violations, page);
  }

  private static GoodsReport with(GoodsReport whole, List<Stay> stays, List<Violation> violations, Page page) {
    return new GoodsReport(
        whole.id(), whole.version(), whole.completeFrom(), whole.profile(), whole.current(), stays, violations, page.next());
  }

  private static String latestFirst(Stay stay) {
    return String.join(BETWEEN, "%019d".formatted(Long.MAX_VALUE - stay.from()), stay.location(), Long.toString(stay.to()));
  }

  /** @param most bytes of the answer */
  static LocationReport of(LocationReport whole, Cursor after, long most) {
    Page page = pageOf(most - EncodedSize.of(with(whole, List.of(), List.of(), List.of(), new Page(after, 0))), after);
    List<String> aboard = page.take(ABOARD, whole.aboard(), goods -> goods, EncodedSize::ofName);
    List<Reading> latest = page.take(LATEST, whole.latest(), reading -> reading.metric() + BETWEEN + reading.sensor(), EncodedSize::of);
    List<Violation> open = page.take(OPEN, whole.open(), Violation::id, EncodedSize::of);
    return with(whole, aboard, latest, open, page);
  }

  private static LocationReport with(
      LocationReport whole, List<String> aboard, List<Reading> latest, List<Violation> open, Page page) {
    return new LocationReport(
        whole.id(), whole.version(), whole.completeFrom(), whole.profile(), whole.loadGrams(), whole.count(), aboard, latest, open,
        page.next());
  }
}
