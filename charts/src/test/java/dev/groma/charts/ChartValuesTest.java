package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.program.Output;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that cannot be meant are refused by name; good ones reach the operator. */
class ChartValuesTest {

  private static final Helm HELM = Helm.ofThisJvm();

  /** Settings that a Pod needs no value for. */
  private static final Set<String> WITHOUT_VALUE =
      Set.of("groma.api.read-idle-timeout", "groma.report.host", "groma.stuck-after");

  /** Those that the set of all values gives as further variables. */
  private static final Set<String> FURTHER =
      Set.of("GROMA_API_READ_IDLE_TIMEOUT", "GROMA_STUCK_AFTER");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replicaCount: two                                | /replicaCount
          replicaCount: -1                                 | /replicaCount
          replicas: {count: 2}                             |
          image: {tagg: v1}                                | tagg
          image: {tag: latest}                             | /image/tag
          image: {digest: abc}                             | /image/digest
          image: {pullPolicy: Sometimes}                   | /image/pullPolicy
          runner: {image: {tag: latest}}                   | /runner/image/tag
          runner: {namespaces: [plans]}                    | /runner/namespaces/0
          runner: {namespaces: [{nam: plans}]}             | nam
          runner: {resources: {memory: much}}              | /runner/resources/memory
          bridge: {enabledd: true}                         | enabledd
          bridge: {terminationGracePeriodSeconds: 20}      | /bridge/terminationGracePeriodSeconds
          bridge: {keda: {queues: [{url: jobs}]}}          | /bridge/keda/queues/0
          watchNamespaces: plans                           | /watchNamespaces
          watchNamespaces: [Plans]                         | /watchNamespaces/0
          watchNamespaces: [plans, plans]                  | /watchNamespaces
          jobs: {timeToLive: tomorrow}                     | /jobs/timeToLive
          s3: {endpoint: object-store}                     | /s3/endpoint
          networkPolicy: {s3: {ports: [0]}}                | /networkPolicy/s3/ports/0
          networkPolicy: {apiServer: {cidrs: [10.0.0.1]}}  | /networkPolicy/apiServer/cidrs/0
          log: {level: LOUD}                               | /log/level
          podDisruptionBudget: {minAvailable: 1}           | minAvailable
          tests: {timeout: soon}                           | /tests/timeout
          """)
  void a_wrong_value_is_refused_by_its_name_and_a_foreign_one_at_the_top_is_not(
      String values, String named) {
    Output output = HELM.template(Release.groma("home", values));

    if (named == null) {
      assertThat(output).as(output.err()).returns(0, Output::exitCode);
    } else {
      assertThat(output.exitCode()).isNotZero();
      assertThat(output.err().replace("'", "")).contains("schema").contains(named);
    }
  }

  @Test
  void a_native_block_takes_what_kubernetes_takes() {
    String values =
        """
        resources: {limits: {example.com/accelerator: 1}}
        podSecurityContext: {supplementalGroups: [7]}
        affinity: {podAntiAffinity: {}}
        """;

    assertThat(HELM.template(Release.groma("home", values)))
        .returns(0, Output::exitCode)
        .extracting(Output::out)
        .asString()
        .contains("example.com/accelerator: 1", "supplementalGroups:", "podAntiAffinity: {}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serviceAccount: {create: false}                                             | serviceAccount.name is needed
          {metrics: {service: false, serviceMonitor: {enabled: true}}}                | needs metrics.service
          """)
  void values_that_do_not_go_together_are_refused(String values, String message) {
    assertThat(HELM.template(Release.groma("home", values)))
        .satisfies(output -> assertThat(output.exitCode()).isNotZero())
        .extracting(Output::err)
        .asString()
        .contains(message);
  }

  @Test
  void a_digest_takes_the_place_of_the_tag() {
    assertThat(operator("everything").getImage())
        .isEqualTo(
            "registry.example.com/geometry/groma-operator@sha256:"
                + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  }

  @Test
  void both_images_have_the_charts_version_unless_told_otherwise() {
    assertThat(operator("namespaced").getImage())
        .isEqualTo("registry.example.com/geometry/groma-operator:0.1.0");
    assertThat(variable("namespaced", "GROMA_RUNNER_IMAGE"))
        .isEqualTo("registry.example.com/geometry/groma-runner:0.1.0");
  }

  @Test
  void the_charts_are_of_the_version_of_the_build() {
    String build =
        Charts.read(Charts.ROOT.resolve("pom.xml"))
            .replaceFirst("(?s).*?<version>([^<]*)</version>.*", "$1")
            .replace("-SNAPSHOT", "");

    for (var chart : Set.of(Charts.GROMA, Charts.CRDS)) {
      assertThat(Charts.read(chart.resolve("Chart.yaml")))
          .contains("\nversion: " + build + "\n", "\nappVersion: " + build + "\n");
    }
  }

  @Test
  void runners_use_the_account_that_is_made_for_them_else_the_namespaces_own() {
    assertThat(variable("default", "GROMA_RUNNER_SERVICE_ACCOUNT")).isNull();
    assertThat(variable("namespaced", "GROMA_RUNNER_SERVICE_ACCOUNT")).isEqualTo("groma-runner");
    assertThat(variable("everything", "GROMA_RUNNER_SERVICE_ACCOUNT")).isEqualTo("geometry-runner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "bridge"})
  void every_setting_of_a_program_can_be_set_and_no_variable_is_for_none(String program) {
    Set<String> settings =
        Charts.read(Charts.ROOT.resolve("docs/reference/%s-config.md".formatted(program)))
            .lines()
            .filter(line -> line.startsWith("| `groma."))
            .map(line -> line.split("`")[1])
            .filter(setting -> !WITHOUT_VALUE.contains(setting))
            .map(setting -> setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> set = new TreeSet<>();
    for (String values : Charts.sets()) {
      containers(values, program)
          .flatMap(container -> container.getEnv().stream())
          .map(EnvVar::getName)
          .filter(name -> name.startsWith("GROMA_"))
          .filter(name -> !FURTHER.contains(name))
          .forEach(set::add);
    }

    assertThat(set).isEqualTo(settings);
  }

  private static String variable(String set, String name) {
    return operator(set).getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .map(EnvVar::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Container operator(String set) {
    return containers(set, "operator").findFirst().orElseThrow();
  }

  private static Stream<Container> containers(String set, String name) {
    return Charts.of(Deployment.class, HELM.objects(Charts.release(set)))
        .flatMap(
            deployment -> deployment.getSpec().getTemplate().getSpec().getContainers().stream())
        .filter(container -> container.getName().equals(name));
  }
}
