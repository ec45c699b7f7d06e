package kongo.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The fingerprint of what a rule book means: spelling, order and comments do not change it. */
final class RuleBookHash {

  private RuleBookHash() {}

  /**
   * Lower-case hex of the SHA-256 over the rules, which are sorted by name. The text begins with its format: that of the
   * newest kind of rule in it, so that a book keeps its hash when kinds come that it does not use.
   */
  static String of(List<Rule> rules) {
    int format = rules.stream().mapToInt(rule -> rule.condition().hashFormat()).max().orElse(1);
    StringBuilder text = new StringBuilder("kongo-rules-" + format + "\n");
    rules.forEach(rule -> text.append(line(rule)).append('\n'));
    return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String line(Rule rule) {
    String at = rule.at().map(Enum::name).orElse("ANY");
    String scope = String.join("|", at, rule.subject().name(), String.join(",", rule.categories()));
    return rule.name() + "|" + rule.condition().hashed(scope);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
