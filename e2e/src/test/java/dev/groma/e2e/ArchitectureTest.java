package dev.groma.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/** The borders of docs/design.md section 2. */
@AnalyzeClasses(packages = "dev.groma", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String API = "dev.groma.api..";
  private static final String ENGINES = "dev.groma.engine..";
  private static final String MANIFESTS = "dev.groma.manifest..";
  private static final String INTAKE = "dev.groma.intake..";
  private static final String RUNNER = "dev.groma.runner..";
  private static final String OPERATOR = "dev.groma.operator..";
  private static final String BRIDGE = "dev.groma.bridge..";
  private static final String CLUSTER = "dev.groma.cluster..";

  @ArchTest
  static final ArchRule api_knows_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage(API)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENGINES, MANIFESTS, INTAKE, RUNNER, OPERATOR, BRIDGE, CLUSTER);

  @ArchTest
  static final ArchRule manifests_and_intake_know_no_kubernetes_client_no_queue_and_no_network =
      noClasses()
          .that()
          .resideInAnyPackage(MANIFESTS, INTAKE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              RUNNER,
              OPERATOR,
              CLUSTER,
              "io.fabric8..",
              "io.quarkus..",
              "software.amazon..",
              "java.net.http..");

  @ArchTest
  static final ArchRule manifests_know_no_intake =
      noClasses()
          .that()
          .resideInAPackage(MANIFESTS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(INTAKE);

  @ArchTest
  static final ArchRule engines_know_no_kubernetes_no_cloud_and_no_runner =
      noClasses()
          .that()
          .resideInAPackage(ENGINES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              MANIFESTS,
              INTAKE,
              RUNNER,
              OPERATOR,
              CLUSTER,
              "io.fabric8..",
              "io.javaoperatorsdk..",
              "io.quarkus..",
              "software.amazon..",
              "java.sql..",
              "java.net..");

  @ArchTest
  static final ArchRule engines_have_no_clock_no_environment_and_no_chance =
      noClasses()
          .that()
          .resideInAPackage(ENGINES)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

  @ArchTest
  static final ArchRule operator_imports_no_engine_and_no_runner =
      noClasses()
          .that()
          .resideInAPackage(OPERATOR)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENGINES, RUNNER, CLUSTER);

  @ArchTest
  static final ArchRule runner_knows_no_kubernetes_client =
      noClasses()
          .that()
          .resideInAPackage(RUNNER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OPERATOR, CLUSTER, "io.fabric8..", "io.quarkus..");

  @ArchTest
  static final ArchRule operator_knows_nothing_of_the_bridge =
      noClasses()
          .that()
          .resideInAPackage(OPERATOR)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BRIDGE);

  @ArchTest
  static final ArchRule bridge_knows_no_operator_and_no_runner =
      noClasses()
          .that()
          .resideInAPackage(BRIDGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OPERATOR, RUNNER, CLUSTER);

  @ArchTest
  static final ArchRule what_the_bridge_decides_knows_no_cluster_no_queue_and_no_clock =
      noClasses()
          .that()
          .resideInAnyPackage("dev.groma.bridge.message..", "dev.groma.bridge.pump..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fabric8..", "io.quarkus..", "software.amazon..")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule cluster_knows_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage(CLUSTER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(API, ENGINES, RUNNER, OPERATOR);

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("dev.groma.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_class_is_a_grab_bag =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Manager");

  @ArchTest
  static final ArchRule packages_are_null_marked =
      classes()
          .that()
          .resideInAPackage("dev.groma..")
          .should(
              new ArchCondition<>("be in a null-marked package") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                        SimpleConditionEvent.violated(
                            item, item.getName() + " is in a package without @NullMarked"));
                  }
                }
              });
}
