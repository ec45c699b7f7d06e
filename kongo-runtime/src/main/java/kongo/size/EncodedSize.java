package kongo.size;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsReport;
import kongo.goods.Move;
import kongo.goods.Stay;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.location.LocationReply;
import kongo.location.LocationReport;
import kongo.location.Reading;
import kongo.location.Unheard;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.Timeline;
import kongo.report.Cursor;
import kongo.violation.Cause;
import kongo.violation.Refusal;
import kongo.violation.Violation;

/** How many bytes things take in a message, at most, before it is compressed. Names are ASCII. */
public final class EncodedSize {

  /** A number with its length, or the beginning of a text, a list or an object. */
  private static final int NUMBER = 9;
  private static final int HEAD = 5;
  /** The longest name of a kind or status. */
  private static final int WORD_OF_A_KIND = HEAD + "TOO_MANY_PROFILES".length();
  /** Free text: of a character of Java. */
  private static final int MOST_PER_CHARACTER = 3;
  private static final int STAY = HEAD + names("location", "namedAs", "from", "to") + HEAD + WORD_OF_A_KIND + 2 * NUMBER;
  private static final int CAUSE = HEAD + names("topic", "partition", "offset", "timestamp") + HEAD + 3 * NUMBER;
  private static final int PROFILE = HEAD + names("weightGrams", "categories", "useBy", "route") + 2 * HEAD + 2 * NUMBER;
  private static final int PARTS = HEAD + names("parts") + HEAD;
  private static final int PART = HEAD + names("from", "value") + NUMBER + HEAD;
  private static final int EXPIRY = HEAD + names("byMoves", "byLocation") + 2 * NUMBER;
  private static final int WORD =
      HEAD + names("goods", "version", "previous", "from", "earlierTo", "profile", "stays", "expiry", "cause") + 2 * HEAD + 4 * NUMBER + EXPIRY;
  /** With offset, timestamp and correction. */
  private static final int MOVE = HEAD + names("type", "time", "warehouse", "truck") + 2 * HEAD + WORD_OF_A_KIND + 4 * NUMBER;
  private static final int REFUSAL = HEAD + names("offset", "reason", "known") + 2 * NUMBER + WORD_OF_A_KIND;
  private static final int TOLD = HEAD + names("location", "goods") + HEAD;
  private static final int UNTOLD = HEAD + names("location", "heard") + HEAD + NUMBER;
  private static final int UNHEARD = HEAD + names("goods", "cause") + HEAD;
  private static final int EVIDENCE = HEAD + names("goods", "location", "version", "time", "cause") + 2 * HEAD + 2 * NUMBER;
  private static final int PLACE = HEAD + names("version", "type", "profile", "cause") + WORD_OF_A_KIND + NUMBER;
  private static final int PLACE_PROFILE =
      HEAD + names("type", "name", "x", "y", "categories", "maxWeightGrams") + WORD_OF_A_KIND + 2 * HEAD + 3 * NUMBER;
  private static final int READING = HEAD + names("metric", "sensor", "time", "value") + 2 * HEAD + 2 * NUMBER;
  private static final int LIMIT = HEAD + names("min", "above", "max", "below", "silent", "stay") + 6 * NUMBER;
  private static final int VIOLATION =
      HEAD
          + names(
              "id", "status", "kind", "severity", "rule", "goods", "location", "metric", "sensor", "stay", "from", "to", "count", "worst", "limit",
              "others")
          + 6 * HEAD + 3 * WORD_OF_A_KIND + 5 * NUMBER + LIMIT + HEAD;
  private static final int GOODS_REPLY = HEAD + names("reply", "refusals", "duplicates", "told", "untold", "place") + 5 * HEAD + NUMBER;
  private static final int LOCATION_REPLY =
      HEAD + names("reply", "refusals", "duplicates", "evidence", "moreEvidence", "unheard", "ahead") + 4 * HEAD + NUMBER + 2;
  private static final int CURSOR = HEAD + names("list", "key") + 2 * HEAD;
  private static final int LONGEST_NAME = 256;
  /** Its key is the id of a violation: four names, of which each character may be written as three, and a time. */
  public static final int LONGEST_CURSOR = CURSOR + "violations".length() + 4 * (3 * LONGEST_NAME + 1) + 20;
  private static final int GOODS_REPORT =
      HEAD + names("report", "id", "version", "completeFrom", "profile", "current", "stays", "violations", "next") + 4 * HEAD + 2 * NUMBER;
  private static final int LOCATION_REPORT =
      HEAD + names("report", "id", "version", "completeFrom", "profile", "loadGrams", "count", "aboard", "latest", "open", "next") + 5 * HEAD + 4 * NUMBER;

  private EncodedSize() {}

  private static int names(String... names) {
    int bytes = 0;
    for (String name : names) {
      bytes += 1 + name.length();
    }
    return bytes;
  }

  public static int of(GoodsAt word) {
    return WORD + word.goods().length() + of(word.cause()) + ofParts(word.profile(), EncodedSize::of) + ofStays(word.stays());
  }

  private static int ofStays(List<Stay> stays) {
    int bytes = 0;
    for (Stay stay : stays) {
      bytes += of(stay);
    }
    return bytes;
  }

  public static int of(Stay stay) {
    return STAY + stay.location().length();
  }

  private static int of(GoodsProfile profile) {
    return PROFILE + ofNames(profile.categories()) + ofNames(profile.route());
  }

  private static <T> int ofParts(Timeline<T> timeline, ToIntFunction<T> value) {
    int bytes = PARTS;
    for (Timeline.Part<T> part : timeline.parts()) {
      bytes += PART + part.value().map(value::applyAsInt).orElse(0);
    }
    return bytes;
  }

  private static int ofNames(Collection<String> names) {
    int bytes = 0;
    for (String name : names) {
      bytes += ofName(name);
    }
    return bytes;
  }

  public static int ofName(String name) {
    return HEAD + name.length();
  }

  private static int of(Cause cause) {
    return CAUSE + cause.topic().length();
  }

  public static int of(Move move) {
    return MOVE + move.warehouse().length() + move.truck().length();
  }

  public static int of(Told told) {
    return TOLD + told.location().length() + of(told.goods());
  }

  public static int of(Untold untold) {
    return UNTOLD + untold.location().length();
  }

  public static int of(ExpiryEvidence evidence) {
    return EVIDENCE + evidence.goods().length() + evidence.location().length() + of(evidence.cause());
  }

  private static int of(Unheard unheard) {
    return UNHEARD + unheard.goods().length() + of(unheard.cause());
  }

  private static int of(PlaceAt place) {
    return PLACE + of(place.cause()) + ofParts(place.profile(), EncodedSize::of);
  }

  private static int of(PlaceProfile profile) {
    return PLACE_PROFILE + MOST_PER_CHARACTER * profile.name().length() + ofNames(profile.categories());
  }

  public static int of(Violation violation) {
    int texts = 0;
    for (String text : new String[] {violation.id(), violation.rule(), violation.goods(), violation.location(), violation.metric(), violation.sensor()}) {
      texts += text == null ? 0 : text.length();
    }
    return VIOLATION + texts + ofNames(violation.others());
  }

  public static int of(Reading reading) {
    return READING + reading.metric().length() + reading.sensor().length();
  }

  public static long of(GoodsReply reply) {
    long bytes = GOODS_REPLY + (long) REFUSAL * reply.refusals().size();
    for (Told told : reply.told()) {
      bytes += of(told);
    }
    for (Untold untold : reply.untold()) {
      bytes += of(untold);
    }
    return bytes + reply.place().map(EncodedSize::of).orElse(0);
  }

  public static long of(LocationReply reply) {
    long bytes = LOCATION_REPLY + (long) REFUSAL * reply.refusals().size();
    for (ExpiryEvidence evidence : reply.evidence()) {
      bytes += of(evidence);
    }
    for (Unheard unheard : reply.unheard()) {
      bytes += of(unheard);
    }
    return bytes;
  }

  public static long of(GoodsReport report) {
    long bytes = GOODS_REPORT + report.id().length() + of(report.profile()) + report.current().map(EncodedSize::of).orElse(0) + ofStays(report.stays());
    return bytes + ofViolations(report.violations()) + of(report.next());
  }

  public static long of(LocationReport report) {
    long bytes = LOCATION_REPORT + report.id().length() + report.profile().map(EncodedSize::of).orElse(0);
    for (Reading reading : report.latest()) {
      bytes += of(reading);
    }
    return bytes + ofNames(report.aboard()) + ofViolations(report.open()) + of(report.next());
  }

  private static int of(Optional<Cursor> next) {
    return next.map(cursor -> CURSOR + cursor.list().length() + cursor.key().length()).orElse(0);
  }

  private static long ofViolations(List<Violation> violations) {
    return violations.stream().mapToLong(EncodedSize::of).sum();
  }
}
