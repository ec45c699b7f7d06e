package kongo.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.StringJoiner;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;

/** The fields of a violation that section 8 of docs/semantics.md compares, as one line of text. */
public final class ComparedFields {

  private ComparedFields() {}

  public static String of(Violation violation) {
    StringJoiner line = new StringJoiner(" ");
    line.add(violation.id()).add(violation.kind().name()).add(violation.severity().name()).add(violation.status().name());
    line.add("goods=" + violation.goods()).add("location=" + violation.location());
    line.add("stay=" + violation.stay()).add("from=" + violation.from()).add("to=" + violation.to());
    line.add("limit=" + (violation.limit() == null ? "null" : bounds(violation.limit())));
    line.add("others=" + String.join(",", violation.others()));
    if (violation.status() == Status.CLOSED) {
      line.add("count=" + violation.count()).add("worst=" + violation.worst());
    }
    return line.toString();
  }

  private static String bounds(Limit limit) {
    StringJoiner bounds = new StringJoiner(",");
    limit.min().ifPresent(min -> bounds.add("min:" + min));
    limit.above().ifPresent(above -> bounds.add("above:" + above));
    limit.max().ifPresent(max -> bounds.add("max:" + max));
    limit.below().ifPresent(below -> bounds.add("below:" + below));
    limit.silent().ifPresent(silent -> bounds.add("silent:" + silent));
    limit.stay().ifPresent(stay -> bounds.add("stay:" + stay));
    return bounds.toString();
  }

  /** SHA-256 over the lines of a final set in the order of the ids, lower-case hex. */
  public static String digest(SortedMap<String, Violation> finalSet) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      finalSet.values().forEach(each -> digest.update((of(each) + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
