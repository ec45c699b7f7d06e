package kongo.doctor.symptom;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;

/** Categories of Goods that no rule names. */
final class UnknownCategories implements Symptom {

  private static final Heading HARMFUL = new Heading(
      "unknown-categories", Urgency.FIX, Counted.GOODS,
      "Categories that no rule names, and that are like one that a rule names, or the only ones of a Goods. No rule protects Goods for them.");
  private static final Heading OTHERS = new Heading(
      "other-categories", Urgency.KNOW, Counted.GOODS,
      "Categories that no rule names, of Goods that rules protect for others.");

  private static final Pattern SEPARATORS = Pattern.compile("[,;|/+]");

  private final Vocabulary vocabulary;
  private final Registered registered;
  private final Memory memory;

  UnknownCategories(Vocabulary vocabulary, Registered registered, Memory memory) {
    this.vocabulary = vocabulary;
    this.registered = registered;
    this.memory = memory;
  }

  @Override
  public List<Finding> findings() {
    Sightings unknown = new Sightings(memory);
    Set<String> alone = new HashSet<>();
    registered.allGoods().forEach(goods -> {
      List<String> strange = goods.profile().categories().stream().filter(each -> !vocabulary.categories().contains(each)).toList();
      strange.forEach(each -> unknown.add(each, goods.at(), () -> "such as of " + goods.id()));
      if (strange.size() == goods.profile().categories().size() && alone.size() < memory.limits().remembered()) {
        alone.addAll(strange);
      }
    });
    return unknown.findings(HARMFUL, OTHERS, category -> alone.contains(category) || guess(category).isPresent(), this::guess);
  }

  private Optional<String> guess(String category) {
    return several(category).or(() -> Nearest.of(category, vocabulary.categories()));
  }

  /** A list that was not taken apart. */
  private Optional<String> several(String category) {
    List<String> parts = List.of(SEPARATORS.split(category));
    return parts.size() > 1 && vocabulary.categories().containsAll(parts) ? Optional.of(String.join(" and ", parts) + ", each for itself") : Optional.empty();
  }
}
