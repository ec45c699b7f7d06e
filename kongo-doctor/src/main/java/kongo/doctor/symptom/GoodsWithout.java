package kongo.doctor.symptom;

import java.util.List;
import java.util.function.Predicate;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.registry.GoodsProfile;

/** Registered Goods whose profile lacks what rules go by. */
final class GoodsWithout implements Symptom {

  private static final Heading NO_CATEGORIES = new Heading(
      "goods-without-categories", Urgency.KNOW, Counted.GOODS, "Goods without categories. No rule protects them.");
  private static final Heading NO_WEIGHT = new Heading(
      "goods-without-weight", Urgency.KNOW, Counted.GOODS, "Goods that weigh nothing. They overload no truck.");

  private final Heading heading;
  private final String subject;
  private final Predicate<GoodsProfile> lacks;
  private final Registered registered;
  private final Memory memory;

  private GoodsWithout(Heading heading, String subject, Predicate<GoodsProfile> lacks, Registered registered, Memory memory) {
    this.heading = heading;
    this.subject = subject;
    this.lacks = lacks;
    this.registered = registered;
    this.memory = memory;
  }

  /** Those that no category protects. */
  static GoodsWithout categories(Registered registered, Memory memory) {
    return new GoodsWithout(NO_CATEGORIES, "no categories", profile -> profile.categories().isEmpty(), registered, memory);
  }

  /** Those that weigh nothing, where a rule weighs what is aboard. */
  static GoodsWithout weight(Vocabulary vocabulary, Registered registered, Memory memory) {
    return new GoodsWithout(NO_WEIGHT, "no weight", profile -> vocabulary.weighs() && profile.weightGrams() == 0, registered, memory);
  }

  @Override
  public List<Finding> findings() {
    Sightings without = new Sightings(memory);
    registered.allGoods()
        .filter(goods -> lacks.test(goods.profile()))
        .forEach(goods -> without.add(subject, goods.at(), () -> "such as " + goods.id()));
    return without.findings(heading);
  }
}
