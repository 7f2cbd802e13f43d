package org.densesteer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.fasterxml.jackson.core.TokenStreamFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.densesteer.common.Json;

/** Which package may touch which library, the disk and the console. */
@AnalyzeClasses(packages = "org.densesteer", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

  private static final String UI = "org.densesteer.ui..";

  @ArchTest
  static final ArchRule onlyTheWindowSeesJavaFx =
      noClasses()
          .that()
          .resideOutsideOfPackage(UI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..", "org.controlsfx..", "atlantafx..", "io.fair_acc..", "org.kordamp..");

  @ArchTest
  static final ArchRule onlyTheModelSeesTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.densesteer.model..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule onlyTheCommandLineSeesItsLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.densesteer.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyTheProfileForItSeesSpark =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.densesteer.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule viewModelsSeeNoControl =
      noClasses()
          .that()
          .resideInAPackage(UI)
          .and()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule calculationsTouchNoFile =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.densesteer.steering",
              "org.densesteer.metrics..",
              "org.densesteer.evaluation.statistics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheCommandLineWritesToTheConsole =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.densesteer", "org.densesteer.cli..", "org.densesteer.spark..")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule onlyOnePlaceSaysHowJsonIsRead =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Json.class)
          .should()
          .callConstructor(ObjectMapper.class)
          .orShould()
          .callConstructor(JsonMapper.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(MapperBuilder.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(TokenStreamFactory.class);
}
