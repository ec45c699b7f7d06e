package kongo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Arrows between the packages of the domain go one way, and none leads to the outside. */
class PackagesTest {

  private final JavaClasses domain =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("kongo");

  @Test
  void noPackagesNeedEachOther() {
    slices().matching("kongo.(*)..").should().beFreeOfCycles().check(domain);
  }

  @Test
  void theDomainKnowsNoActorsNoKafkaNoThreadsAndNoClock() {
    noClasses()
        .should().dependOnClassesThat().resideInAnyPackage("org.apache..", "com.datastax..", "com.fasterxml..", "java.util.concurrent..")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(System.class, "nanoTime")
        .orShould().callMethod(java.time.Instant.class, "now")
        .check(domain);
  }
}
