package org.densesteer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Which package may use which: each layer is usable without the ones above it. */
@AnalyzeClasses(packages = "org.densesteer", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  private static final String ROOT = "org.densesteer";

  /** From the bottom to the top. */
  static final List<String> LAYERS =
      List.of(
          "common",
          "files",
          "figure",
          "chat",
          "model",
          "hub",
          "steering",
          "generation",
          "metrics",
          "extraction",
          "evaluation",
          "notebook",
          "bench",
          "samplemaker",
          "diagnosis");

  /** Two ways in, side by side on top of the layers. */
  static final List<String> FRONTS = List.of("ui", "cli");

  /** On top of the command line, and built with a profile of its own only. */
  private static final String SPARK = "spark";

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule subpackagesOfAPackageFormNoCycle =
      slices()
          .matching(ROOT + ".(*).(*)..")
          .namingSlices("$1.$2")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  /** Not even a package and one inside it, as generation and generation.batch. */
  @ArchTest
  static final ArchRule noPackageFormsACycleWithItsOwnSubpackages =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyPackageHasAPlace =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of(ROOT, inside(SPARK)),
                      Stream.concat(LAYERS.stream(), FRONTS.stream()).map(LayersTest::inside))
                  .toArray(String[]::new));

  @ArchTest
  static void noLayerSeesOneAboveIt(JavaClasses classes) {
    for (int i = 0; i < LAYERS.size(); i++) {
      Stream<String> above =
          Stream.concat(LAYERS.subList(i + 1, LAYERS.size()).stream(), FRONTS.stream());
      noClasses()
          .that()
          .resideInAPackage(inside(LAYERS.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above.map(LayersTest::inside).toArray(String[]::new))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule windowDoesNotSeeCommandLine =
      noClasses()
          .that()
          .resideInAPackage(inside("ui"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(inside("cli"));

  @ArchTest
  static final ArchRule commandLineDoesNotSeeWindow =
      noClasses()
          .that()
          .resideInAPackage(inside("cli"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(inside("ui"));

  private static String inside(String name) {
    return ROOT + "." + name + "..";
  }
}
