package dev.groma.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real API server makes of the CRD and of manifests, good and bad. */
@ClusterTest
class CustomResourceIT {

  private static final Path MANIFESTS = Layout.ROOT.resolve("api/src/test/manifests");
  private static final Path QUEUES = Layout.ROOT.resolve("api/src/test/queue-manifests");

  private static KubernetesClient client;
  private static String namespace;

  @BeforeAll
  static void cluster(ControlPlane cluster, TestNamespace own) {
    cluster.applyCrds(Layout.CRDS);
    client = cluster.client();
    namespace = own.name();
  }

  static List<Path> invalidManifests() throws IOException {
    return manifests(MANIFESTS, "invalid-");
  }

  static List<Path> validManifests() throws IOException {
    return manifests(MANIFESTS, "valid-");
  }

  static List<Path> invalidQueues() throws IOException {
    return manifests(QUEUES, "invalid-");
  }

  static List<Path> validQueues() throws IOException {
    return manifests(QUEUES, "valid-");
  }

  private static List<Path> manifests(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"layoutjobs.groma.dev", "layoutqueues.groma.dev"})
  void the_crd_is_accepted_without_a_warning_about_its_schema(String name) {
    CustomResourceDefinition crd =
        client.apiextensions().v1().customResourceDefinitions().withName(name).get();

    assertThat(crd.getStatus().getConditions())
        .filteredOn(condition -> condition.getStatus().equals("True"))
        .extracting("type")
        .contains("Established", "NamesAccepted")
        .doesNotContain("NonStructuralSchema");
  }

  @ParameterizedTest
  @MethodSource("validManifests")
  void a_valid_manifest_is_stored(Path manifest) throws Exception {
    Answer answer = post(Files.readString(manifest));

    assertThat(answer.code()).as(answer.text()).isEqualTo(201);
    client.resource(answer.stored()).inNamespace(namespace).delete();
  }

  @ParameterizedTest
  @MethodSource("invalidManifests")
  void an_invalid_manifest_is_refused_as_groma_validate_refuses_it(Path manifest) throws Exception {
    Answer answer = post(Files.readString(manifest));

    assertThat(answer.code()).as(answer.text()).isIn(400, 404, 422);
  }

  @ParameterizedTest
  @MethodSource("validQueues")
  void a_valid_queue_is_stored_and_waits_for_the_bridge(Path manifest) throws Exception {
    Answer answer = post("layoutqueues", Files.readString(manifest));

    assertThat(answer.code()).as(answer.text()).isEqualTo(201);
    LayoutQueue queue =
        client.getKubernetesSerialization().unmarshal(answer.text(), LayoutQueue.class);
    assertThat(queue.getSpec().unreadable()).isNull();
    assertThat(queue.getStatus().conditions())
        .extracting(condition -> condition.type() + "=" + condition.status())
        .containsExactlyInAnyOrder("Ready=False", "Reconciling=True");
    client.resource(answer.stored()).inNamespace(namespace).delete();
  }

  @ParameterizedTest
  @MethodSource("invalidQueues")
  void an_invalid_queue_is_refused_with_the_place(Path manifest) throws Exception {
    String text = Files.readString(manifest);
    String expected = text.lines().findFirst().orElseThrow().replace("# expect: ", "");

    Answer answer = post("layoutqueues", text);

    assertThat(answer.code()).as(answer.text()).isIn(400, 422);
    assertThat(answer.text()).contains(expected);
  }

  @Test
  void the_url_of_a_queue_cannot_be_changed() throws Exception {
    GenericKubernetesResource stored =
        post("layoutqueues", Files.readString(QUEUES.resolve("valid-smallest.yaml"))).stored();

    assertThatThrownBy(() ->
            patch(
                stored,
                LayoutQueue.KIND,
                "{\"queue\": {\"url\": \"https://sqs.eu-central-1.amazonaws.com/1/other\"}}"))
        .hasMessageContaining("the queue's url cannot change");
    client.resource(stored).inNamespace(namespace).delete();
  }

  @Test
  void a_stored_job_is_pending_and_not_done_before_any_operator_has_seen_it() throws Exception {
    GenericKubernetesResource stored = create();

    LayoutJob job =
        client
            .resources(LayoutJob.class)
            .inNamespace(namespace)
            .withName(stored.getMetadata().getName())
            .get();

    assertThat(job.getStatus().phase()).isEqualTo(Phase.PENDING);
    assertThat(job.getStatus().conditions())
        .extracting(condition -> condition.type() + "=" + condition.status())
        .containsExactlyInAnyOrder("Ready=False", "Reconciling=True");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"correlationId\": \"changed\"}",
        "{\"idempotencyKey\": \"added\"}",
        "{\"seed\": 1}",
        "{\"output\": {\"configMap\": {}}}",
        "{\"execution\": {\"maxAttempts\": 2}}",
        "{\"reuse\": {\"policy\": \"Never\"}}",
        "{\"roomDetection\": {\"unit\": \"mm\"}}",
      })
  void what_a_job_runs_cannot_be_changed(String change) throws Exception {
    GenericKubernetesResource stored = create();

    assertThatThrownBy(() -> patch(stored, change))
        .hasMessageContaining("only suspend, cancel, retry and ttlSecondsAfterFinished may change");
  }

  @Test
  void wishes_may_change_and_raise_the_generation() throws Exception {
    GenericKubernetesResource stored = create();

    patch(stored, "{\"suspend\": true}");
    patch(stored, "{\"suspend\": false}");
    patch(stored, "{\"ttlSecondsAfterFinished\": 60}");
    patch(stored, "{\"ttlSecondsAfterFinished\": null}");
    patch(stored, "{\"retry\": 1}");
    patch(stored, "{\"retry\": 5}");
    GenericKubernetesResource last = patch(stored, "{\"cancel\": true}");

    assertThat(last.getMetadata().getGeneration()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"cancel\": false}", "{\"cancel\": null}"})
  void cancel_cannot_be_taken_back(String change) throws Exception {
    GenericKubernetesResource stored = create();
    patch(stored, "{\"cancel\": true}");

    assertThatThrownBy(() -> patch(stored, change))
        .hasMessageContaining("cancel cannot be taken back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"retry\": 1}", "{\"retry\": null}"})
  void retry_may_only_rise(String change) throws Exception {
    GenericKubernetesResource stored = create();
    patch(stored, "{\"retry\": 2}");

    assertThatThrownBy(() -> patch(stored, change)).hasMessageContaining("retry may only rise");
  }

  private static GenericKubernetesResource patch(GenericKubernetesResource stored, String spec) {
    return patch(stored, LayoutJob.KIND, spec);
  }

  private static GenericKubernetesResource patch(
      GenericKubernetesResource stored, String kind, String spec) {
    return client
        .genericKubernetesResources(LayoutJob.API_VERSION, kind)
        .inNamespace(namespace)
        .withName(stored.getMetadata().getName())
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": %s}".formatted(spec));
  }

  /**
   * What the API server answered.
   *
   * @param code HTTP status
   * @param text the stored object, or the refusal
   */
  private record Answer(int code, String text) {
    GenericKubernetesResource stored() {
      return client.getKubernetesSerialization().unmarshal(text, GenericKubernetesResource.class);
    }
  }

  /** Sends a manifest as it is, with the strict field validation that kubectl asks for. */
  private static Answer post(String manifest) throws Exception {
    return post("layoutjobs", manifest);
  }

  private static Answer post(String resources, String manifest) throws Exception {
    HttpRequest request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(
                "%sapis/%s/namespaces/%s/%s?fieldValidation=Strict"
                    .formatted(client.getMasterUrl(), LayoutJob.API_VERSION, namespace, resources))
            .post("application/yaml", manifest)
            .build();
    HttpResponse<String> response =
        client.getHttpClient().sendAsync(request, String.class).get(30, TimeUnit.SECONDS);
    return new Answer(response.code(), response.body());
  }

  private static GenericKubernetesResource create() throws Exception {
    String manifest =
        """
        apiVersion: groma.dev/v1alpha1
        kind: LayoutJob
        metadata: {generateName: case-}
        spec:
          roomDetection:
            walls: {inline: '{"walls": []}'}
        """;
    Answer answer = post(manifest);
    assertThat(answer.code()).as(answer.text()).isEqualTo(201);
    return answer.stored();
  }
}
