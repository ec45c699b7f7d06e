package kongo.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The fingerprint of what a rule book means: spelling, order and comments do not change it. */
final class RuleBookHash {

  private RuleBookHash() {}

  /** Lower-case hex of the SHA-256 over the rules, which are sorted by name. */
  static String of(List<Rule> rules) {
    StringBuilder text = new StringBuilder("kongo-rules-1\n");
    rules.forEach(rule -> text.append(line(rule)).append('\n'));
    return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String line(Rule rule) {
    return String.join(
        "|",
        rule.name(),
        rule.metric(),
        rule.lower().map(RuleBookHash::text).orElse(""),
        rule.upper().map(RuleBookHash::text).orElse(""),
        rule.at().map(Enum::name).orElse("ANY"),
        rule.subject().name(),
        String.join(",", rule.categories()),
        rule.isDerived() ? "" : Long.toString(rule.holdMillis()));
  }

  private static String text(Bound bound) {
    String number = bound.maxWeight() ? "maxWeight" : Double.toString(bound.value());
    return (bound.inclusive() ? "inclusive " : "exclusive ") + number;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
