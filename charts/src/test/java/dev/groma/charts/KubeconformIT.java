package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charts and examples by kubeconform, against the schemas that the API server of the tests
 * publishes of its own kinds and of the CRDs of Groma, KEDA, the Prometheus operator, Argo CD, Flux
 * and ACK.
 */
@ClusterTest
class KubeconformIT {

  private static final Path EXAMPLES = Charts.ROOT.resolve("examples");
  private static final Pattern OBJECT = Pattern.compile("(?m)^kind: ");

  @TempDir private static Path schemas;

  @BeforeAll
  static void publish(ControlPlane cluster) {
    cluster.applyCrds(GoTool.DEFINITIONS.path());
    JsonSchemas.write(cluster, schemas);
  }

  /** Those that are objects as they are; of the others kustomize makes the overlays. */
  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(EXAMPLES::relativize)
          .filter(file -> !file.startsWith("gitops/base") && !file.startsWith("gitops/overlays"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void every_object_of_the_chart_conforms(String set) {
    assertConforms(rendered(set));
  }

  @Test
  void every_object_of_the_chart_of_the_crds_conforms() {
    assertConforms(Helm.ofThisJvm().template(Release.crds("")).success());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_conforms(Path example) {
    assertConforms(Charts.read(EXAMPLES.resolve(example)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void every_object_of_an_overlay_conforms(String overlay) {
    String folder = EXAMPLES.resolve("gitops/overlays").resolve(overlay).toString();

    assertConforms(new Program(GoTool.KUBECTL.path()).run(List.of("kustomize", folder)).success());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replicas: 3                  | replicas: three                | got string, want integer
          revisionHistoryLimit:        | revisionsHistoryLimit:         | revisionsHistoryLimit
          runAsNonRoot: true           | runAsRoot: false               | runAsRoot
          scaleTargetRef:              | scaleTargetReference:          | scaleTargetReference
          podMetricsEndpoints:         | endpoints:                     | endpoints
          kind: ServiceMonitor         | kind: ServiceMonitors          | could not find schema
          apiVersion: policy/v1        | apiVersion: policy/v1beta1     | could not find schema
          """)
  void a_slip_in_the_chart_would_be_told(String good, String bad, String complaint) {
    assertTold(rendered("everything"), good, bad, complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apartment.yaml        | unit: m             | unit: inch                 | value must be one of
          apartment.yaml        | roomDetection:      | roomsDetection:            | roomsDetection
          aws/ack/queues.yaml   | "300"               | 300                        | got number, want string
          aws/ack/alarms.yaml   | evaluationPeriods:  | evaluationPeriod:          | evaluationPeriod
          aws/alarms.yaml       | expr:               | expression:                | expression
          gitops/flux/plans.yaml | wait: true         | wait: soon                 | got string, want boolean
          gitops/flux/groma.yaml | dependsOn:         | depends:                   | depends
          gitops/argocd/plans.yaml | targetRevision:  | revision:                  | revision
          """)
  void a_slip_in_an_example_would_be_told(String file, String good, String bad, String complaint) {
    assertTold(Charts.read(EXAMPLES.resolve(file)), good, bad, complaint);
  }

  private static String rendered(String set) {
    return Helm.ofThisJvm().template(Charts.release(set), Charts.WITH_EVERY_KIND).success();
  }

  private static void assertConforms(String manifests) {
    Conformity conformity = Conformity.of(schemas, manifests);

    assertThat(conformity.complaints()).isEmpty();
    assertThat(conformity.valid())
        .isPositive()
        .isEqualTo((int) OBJECT.matcher(manifests).results().count());
  }

  private static void assertTold(String manifests, String good, String bad, String complaint) {
    assertThat(manifests).contains(good);

    assertThat(Conformity.of(schemas, manifests.replaceFirst(Pattern.quote(good), bad)))
        .extracting(Conformity::complaints)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .singleElement()
        .asString()
        .contains(complaint);
  }
}
