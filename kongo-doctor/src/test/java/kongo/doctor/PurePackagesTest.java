package kongo.doctor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is looked for and what was found knows neither Kafka nor a clock, nor who reads and who prints. */
class PurePackagesTest {

  @Test
  void symptomsAndFindingsArePure() {
    var doctor = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("kongo.doctor");
    noClasses().that().resideInAnyPackage("kongo.doctor.symptom", "kongo.doctor.finding")
        .should().dependOnClassesThat().resideInAnyPackage("org.apache..", "com.fasterxml..", "kongo.doctor", "kongo.verify..", "kongo.simulator..")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(System.class, "nanoTime")
        .orShould().callMethod(Instant.class, "now")
        .check(doctor);
    noClasses().that().resideInAPackage("kongo.doctor.finding")
        .should().dependOnClassesThat().resideInAPackage("kongo.doctor.symptom")
        .check(doctor);
  }
}
