package kongo.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The fingerprint of what a rule book means: spelling, order and comments do not change it. */
final class RuleBookHash {

  /** That of books that settle. */
  private static final int SETTLE_FORMAT = 3;
  /** That of books with a rule that waits, or ranks. */
  private static final int DAMPING_FORMAT = 4;

  private RuleBookHash() {}

  /**
   * Lower-case hex of the SHA-256 over the rules, which are sorted by name, and what else the book says. The text begins with
   * its format: that of the newest thing in it, so that a book keeps its hash when things come that it does not use.
   */
  static String of(List<Rule> rules, long settleMillis, SortedMap<String, Plausible> plausible, BuiltIn builtIn) {
    String also = plausible(plausible) + builtIn(builtIn);
    int format = rules.stream().mapToInt(RuleBookHash::format).max().orElse(1);
    format = settleMillis > 0 ? Math.max(format, SETTLE_FORMAT) : format;
    format = also.isEmpty() ? format : Math.max(format, DAMPING_FORMAT);
    StringBuilder text = new StringBuilder("kongo-rules-" + format + "\n" + also);
    if (settleMillis > 0) {
      text.append("settle=").append(settleMillis).append('\n');
    }
    rules.forEach(rule -> text.append(line(rule)).append('\n'));
    return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static int format(Rule rule) {
    return damping(rule).isEmpty() ? rule.condition().hashFormat() : DAMPING_FORMAT;
  }

  private static String plausible(SortedMap<String, Plausible> plausible) {
    StringBuilder text = new StringBuilder();
    plausible.forEach((metric, which) -> text.append("plausible|").append(apart(metric)).append('|').append(which.min()).append('|')
        .append(which.max()).append('|').append(which.not().stream().sorted().map(String::valueOf).collect(Collectors.joining(","))).append('\n'));
    return text.toString();
  }

  private static String builtIn(BuiltIn builtIn) {
    return builtIn.equals(BuiltIn.DEFAULT) ? "" : "built-in|" + ranking(builtIn.expired()) + "|" + builtIn.misplaced() + "|" + builtIn.misrouted() + "\n";
  }

  /** What a rule says beside its condition and its scope; empty if that is nothing. */
  private static String damping(Rule rule) {
    boolean isPlain = rule.damping().equals(Damping.NONE) && rule.graceMillis() == 0 && rule.ranking().equals(Ranking.DEFAULT);
    Damping damping = rule.damping();
    return isPlain ? "" : "|damping|" + damping.deadband() + "|" + damping.mergeMillis() + "|" + damping.delayMillis()
        + "|" + rule.graceMillis() + "|" + ranking(rule.ranking());
  }

  private static String ranking(Ranking ranking) {
    return ranking.severity() + "|" + ranking.latch().map(String::valueOf).orElse("") + "|"
        + ranking.escalations().stream().map(RuleBookHash::escalation).collect(Collectors.joining(","));
  }

  private static String escalation(Escalation raise) {
    return raise.severity() + " " + (raise.afterMillis().isPresent() ? "after " + raise.afterMillis().getAsLong() : "beyond " + raise.beyond().getAsDouble());
  }

  private static String line(Rule rule) {
    String at = rule.at().map(Enum::name).orElse("ANY");
    String scope = String.join("|", at, rule.subject().name(), rule.categories().stream().map(RuleBookHash::apart).collect(Collectors.joining(",")));
    return apart(rule.name()) + "|" + rule.condition().hashed(scope) + damping(rule);
  }

  /** So that no name can be taken for two, nor end before it does; one of letters and digits is written as it is. */
  static String apart(String name) {
    return name.replace("%", "%25").replace("|", "%7C").replace(",", "%2C");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
