package kongo.reference;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import kongo.alarm.Incident;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.location.Reading;
import kongo.location.SeriesKey;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.registry.Timeline;
import kongo.rules.Aboard;
import kongo.rules.Bound;
import kongo.rules.Bounded;
import kongo.rules.Bounds;
import kongo.rules.BuiltIn;
import kongo.rules.Condition;
import kongo.rules.Damping;
import kongo.rules.Escalation;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Plausible;
import kongo.rules.Ranking;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.rules.Silence;
import kongo.rules.Subject;
import kongo.violation.Correction;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Refusal;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** Two evaluators judge each other only if they share no evaluation code. */
class VocabularyTest {

  private static final Set<Class<?>> WORDS =
      Set.of(
          Move.class, MoveType.class, Stay.class, Reading.class, SeriesKey.class, PlaceType.class,
          Registration.class, GoodsProfile.class, PlaceProfile.class,
          RuleBook.class, Rule.class, Subject.class, Condition.class, Bounds.class, Bound.class,
          Measured.class, Rate.class, LoadWeight.class, LoadCount.class, Aboard.class,
          Bounded.class, Silence.class, Overstay.class, Damping.class, Ranking.class, Escalation.class, BuiltIn.class,
          RuleHistory.class, Timeline.class, Plausible.class,
          Violation.class, Kind.class, Status.class, Limit.class, Refusal.class, Correction.class, Severity.class,
          Incident.class);

  private final JavaClasses reference =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("kongo.reference");

  @Test
  void theReferenceSeesOnlyWordsOfTheDomain() {
    DescribedPredicate<JavaClass> words =
        DescribedPredicate.describe(
            "words of the domain",
            seen -> WORDS.stream().anyMatch(word -> isOf(word, seen.getBaseComponentType().getName())));
    classes()
        .that().resideInAPackage("kongo.reference")
        .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "kongo.reference").or(words))
        .check(reference);
  }

  private static boolean isOf(Class<?> word, String name) {
    return name.equals(word.getName()) || name.startsWith(word.getName() + "$");
  }
}
