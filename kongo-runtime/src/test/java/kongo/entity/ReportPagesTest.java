package kongo.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kongo.goods.GoodsReport;
import kongo.goods.Stay;
import kongo.location.LocationReport;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.report.Cursor;
import kongo.size.EncodedSize;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class ReportPagesTest {

  @Test
  void pagesOfALocationAreItsReport() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      LocationReport whole = location(random);
      long most = random.nextInt(6_000);
      List<String> aboard = new ArrayList<>();
      List<Reading> latest = new ArrayList<>();
      List<Violation> open = new ArrayList<>();
      Optional<Cursor> next = Optional.of(Cursor.START);
      while (next.isPresent()) {
        LocationReport page = ReportPages.of(whole, next.get(), most);
        int items = page.aboard().size() + page.latest().size() + page.open().size();
        assertThat(EncodedSize.of(page) <= most || items <= 1).as("seed %d: %d items of %d bytes", seed, items, most).isTrue();
        assertThat(page.count()).isEqualTo(whole.aboard().size());
        page.next().ifPresent(cursor -> assertThat(ReportPages.OF_LOCATION).contains(cursor.list()));
        aboard.addAll(page.aboard());
        latest.addAll(page.latest());
        open.addAll(page.open());
        next = page.next();
      }
      assertThat(aboard).as("seed %d", seed).isEqualTo(whole.aboard());
      assertThat(latest).as("seed %d", seed).isEqualTo(whole.latest());
      assertThat(open).as("seed %d", seed).isEqualTo(whole.open());
    }
  }

  @Test
  void pagesOfAGoodsAreItsReportWithTheLatestStaysFirst() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      List<Stay> stays = stays(random.nextInt(40));
      GoodsReport whole =
          new GoodsReport("g", 1, 2, GoodsProfile.NONE, stays.stream().findFirst(), stays, violations(random), Optional.empty());
      long most = random.nextInt(6_000);
      List<Stay> read = new ArrayList<>();
      List<Violation> violations = new ArrayList<>();
      Optional<Cursor> next = Optional.of(Cursor.START);
      while (next.isPresent()) {
        GoodsReport page = ReportPages.of(whole, next.get(), most);
        int items = page.stays().size() + page.violations().size();
        assertThat(EncodedSize.of(page) <= most || items <= 1).as("seed %d: %d items of %d bytes", seed, items, most).isTrue();
        assertThat(page.current()).isEqualTo(whole.current());
        page.next().ifPresent(cursor -> assertThat(ReportPages.OF_GOODS).contains(cursor.list()));
        read.addAll(page.stays());
        violations.addAll(page.violations());
        next = page.next();
      }
      List<Stay> latestFirst = new ArrayList<>(stays);
      Collections.reverse(latestFirst);
      assertThat(read).as("seed %d", seed).isEqualTo(latestFirst);
      assertThat(violations).as("seed %d", seed).isEqualTo(whole.violations());
    }
  }

  @Test
  void showsSeriesWhoseNamesReadAlike() {
    List<Reading> latest =
        Stream.of("~", "/", "|", "%", "%2F", "-")
            .flatMap(c -> Stream.of(new Reading("a", c + "b", 1, 1), new Reading("a" + c, "b", 1, 1), new Reading("a" + c + "b", "", 1, 1), new Reading("a", "b" + c, 1, 1), new Reading("a" + c + "b" + c, "", 1, 1)))
            .toList();
    LocationReport whole = new LocationReport("w", 1, 2, Optional.empty(), 3, 0, List.of(), latest, List.of(), Optional.empty());
    assertThat(ReportPages.of(whole, Cursor.START, 100_000).latest()).containsExactlyInAnyOrderElementsOf(latest);
  }

  private static List<Stay> stays(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Stay("w" + i % 3, PlaceType.WAREHOUSE, i, i + 1)).toList();
  }

  private static LocationReport location(Random random) {
    List<String> aboard = IntStream.range(100, 100 + random.nextInt(60)).mapToObj(i -> "g" + i).toList();
    List<Reading> latest = IntStream.range(100, 100 + random.nextInt(20)).mapToObj(i -> new Reading("temperature", "s" + i, i, i)).toList();
    return new LocationReport("w", 1, 2, Optional.empty(), 3, aboard.size(), aboard, latest, violations(random), Optional.empty());
  }

  private static List<Violation> violations(Random random) {
    return IntStream.range(100, 100 + random.nextInt(10)).mapToObj(ReportPagesTest::violation).toList();
  }

  private static Violation violation(int number) {
    return new Violation(
        "g/warm/w/s/" + number, Status.OPEN, Kind.ENVIRONMENT, Severity.MAJOR, "warm", "g", "w", "temperature", "s", 1L, number, null, 1L, 9.5, null, List.of());
  }
}
