package kongo.simulator.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import kongo.rules.Bound;
import kongo.rules.Bounds;
import kongo.rules.Damping;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.Subject;
import kongo.violation.Kind;
import kongo.violation.Severity;

/** A rule book in the making: another one, in haste, with rules that it lacks, and with a few things changed. */
final class Draft {

  private static final double SHIFT = 0.05;
  private static final double CENTS = 100;
  private static final String LINGERS = "lingers";
  private static final List<String> DELICATE = List.of("MEDICINAL", "PERISHABLE");

  private final RuleBook base;
  private final List<Rule> rules = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  Draft(RuleBook base, BookPlan plan) {
    this.base = base;
    Haste haste = new Haste(plan.haste());
    base.rules().forEach(rule -> rules.add(haste.of(rule)));
    more().rules().stream().filter(this::isWanted).forEach(rule -> rules.add(haste.of(rule)));
    if (base.rules().stream().noneMatch(rule -> rule.condition().kind() == Kind.OVERSTAY || rule.name().equals(LINGERS))) {
      rules.add(lingers(plan.longestStay().toMillis()));
    }
  }

  private static RuleBook more() {
    try (var resource = Draft.class.getResourceAsStream("/kongo/simulator/more-rules.conf")) {
      return RuleBooks.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8), "more-rules.conf");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWanted(Rule rule) {
    return base.rules().stream().noneMatch(own -> own.name().equals(rule.name())
        || (own.condition().kind() == rule.condition().kind() && own.at().equals(rule.at())));
  }

  private static Rule lingers(long millis) {
    return new Rule(LINGERS, new Overstay(millis), Damping.NONE, 0, Optional.empty(), Subject.GOODS, DELICATE, Ranking.of(Severity.MINOR));
  }

  /** Another limit, another severity, and a rule less, each if there is one for it. */
  Draft change(SplittableRandom random) {
    any(random, Draft::canShift).ifPresent(rule -> shift(rule, random.nextBoolean() ? SHIFT : -SHIFT));
    any(random, rule -> true).ifPresent(rule -> rank(rule, Severity.values()[random.nextInt(Severity.values().length)]));
    if (random.nextInt(3) == 0) {
      any(random, Draft::canShift).ifPresent(this::leaveOut);
    }
    return this;
  }

  private Optional<Rule> any(SplittableRandom random, Predicate<Rule> which) {
    List<Rule> possible = rules.stream().filter(which).toList();
    return possible.isEmpty() ? Optional.empty() : Optional.of(possible.get(random.nextInt(possible.size())));
  }

  /** One about what is measured that has an upper bound. */
  private static boolean canShift(Rule rule) {
    return rule.condition() instanceof Measured measured && measured.bounds().upper().map(bound -> !bound.maxWeight()).orElse(false);
  }

  private void shift(Rule rule, double share) {
    Measured measured = (Measured) rule.condition();
    Bound upper = measured.bounds().upper().orElseThrow();
    Bound other = new Bound(cents(upper.value() + share * Math.max(1, Math.abs(upper.value()))), upper.inclusive(), false);
    if (leavesRoom(measured.bounds().lower(), other, rule.damping().deadband())) {
      Measured shifted = new Measured(measured.metric(), new Bounds(measured.bounds().lower(), Optional.of(other)), measured.holdMillis());
      replace(rule, rule.with(shifted));
      changes.add(String.format(Locale.ROOT, "%s up to %s instead of %s", rule.name(), other.value(), upper.value()));
    }
  }

  private static boolean leavesRoom(Optional<Bound> lower, Bound upper, double deadband) {
    return lower.isEmpty() || (upper.value() > lower.get().value() && deadband <= (upper.value() - lower.get().value()) / 2);
  }

  private static double cents(double value) {
    return Math.rint(value * CENTS) / CENTS;
  }

  private void rank(Rule rule, Severity severity) {
    if (severity != rule.ranking().severity()) {
      replace(rule, rule.with(new Ranking(severity, rule.ranking().escalations(), rule.ranking().latch())));
      changes.add(rule.name() + " is " + severity);
    }
  }

  private void leaveOut(Rule rule) {
    rules.remove(rule);
    changes.add("without " + rule.name());
  }

  private void replace(Rule rule, Rule other) {
    rules.set(rules.indexOf(rule), other);
  }

  RuleBook book() {
    return RuleBooks.of(rules, base.settleMillis(), base.plausible(), base.builtIn());
  }

  /** What is otherwise, in words. */
  String changes() {
    return String.join("; ", changes);
  }
}
