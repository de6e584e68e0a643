package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.SourceTree;
import dev.groma.operator.LayoutJobs;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LayoutJobs that were stored under another version of the CRD, among others that were not. */
class UnreadableObjectsTest {

  /** The same resource with a schema that lets everything in. */
  private static final String LAX_CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: layoutjobs.groma.dev}
      spec:
        group: groma.dev
        scope: Namespaced
        names: {kind: LayoutJob, plural: layoutjobs, singular: layoutjob, shortNames: [lj]}
        versions:
        - name: v1alpha1
          served: true
          storage: true
          subresources: {status: {}}
          schema:
            openAPIV3Schema:
              type: object
              x-kubernetes-preserve-unknown-fields: true
      """;

  @Test
  void one_bad_object_never_stops_the_others(@TempDir Path folder) throws IOException {
    Path lax = Files.writeString(folder.resolve("crd.yaml"), LAX_CRD);
    try (ControlPlane cluster = ControlPlane.start()) {
      cluster.applyCrds(lax);
      String namespace = cluster.createNamespace("unreadable");
      store(cluster, namespace, "text-for-object", "{roomDetection: {walls: just text}}");
      store(cluster, namespace, "word-for-number", rooms("snapTolerance: tight"));
      store(cluster, namespace, "other-engine", "{videoAnalysis: {video: {inline: x}}}");
      store(cluster, namespace, "no-source", "{roomDetection: {walls: {}}}");
      store(cluster, namespace, "no-spec", "null");
      store(cluster, namespace, "strange-phase", rooms("unit: m"));
      setStatus(cluster, namespace, "strange-phase", Map.of("phase", "Paused"));
      cluster.applyCrds(SourceTree.root().resolve("crds"));

      try (OperatorFixture operator = OperatorFixture.start(cluster, namespace)) {
        LayoutJob good = operator.jobs.create("good");
        operator.jobs.await("good", Phase.RUNNING);
        operator.succeed(good, 1);
        operator.jobs.await("good", Phase.SUCCEEDED);

        assertFailed(operator.jobs, "other-engine", "knows no engine");
        assertFailed(operator.jobs, "no-source", "walls has not exactly one source");
        assertFailed(operator.jobs, "no-spec", "has no spec");
        // The rules of the CRD compare the old spec with the new, and cannot read either.
        assertSetAside(operator.jobs, "text-for-object", "the spec does not fit", Phase.PENDING);
        assertSetAside(operator.jobs, "word-for-number", "the spec does not fit", Phase.PENDING);
        assertSetAside(operator.jobs, "strange-phase", "the status does not fit", null);
        assertThat(operator.requests().on("jobs").writes().count()).isEqualTo(1);
        assertThat(operator.requests().on("layoutjobs/status").named("strange-phase").count())
            .isZero();
      }
    }
  }

  private static void assertFailed(LayoutJobs jobs, String name, String why) {
    LayoutJobStatus status = jobs.await(name, Phase.FAILED);
    assertThat(status.failure())
        .isNotNull()
        .returns("Unreadable", Failure::reason)
        .extracting(Failure::message)
        .asString()
        .contains(why);
  }

  private static void assertSetAside(
      LayoutJobs jobs, String name, String why, @Nullable Phase phase) {
    LayoutJob job = jobs.get(name);
    assertThat(jobs.awaitEvents(job))
        .singleElement()
        .returns("Unreadable", Event::getReason)
        .extracting(Event::getNote)
        .asString()
        .contains(why);
    assertThat(jobs.get(name).getStatus()).isNotNull().returns(phase, LayoutJobStatus::phase);
  }

  private static String rooms(String member) {
    return "{roomDetection: {walls: {inline: '{}'}, %s}}".formatted(member);
  }

  private static void store(ControlPlane cluster, String namespace, String name, String spec) {
    GenericKubernetesResource job =
        Serialization.unmarshal(
            """
            apiVersion: groma.dev/v1alpha1
            kind: LayoutJob
            metadata: {name: %s, namespace: %s}
            spec: %s
            """
                .formatted(name, namespace, spec),
            GenericKubernetesResource.class);
    cluster.client().resource(job).create();
  }

  private static void setStatus(
      ControlPlane cluster, String namespace, String name, Map<String, Object> status) {
    GenericKubernetesResource stored =
        cluster
            .client()
            .genericKubernetesResources("groma.dev/v1alpha1", "LayoutJob")
            .inNamespace(namespace)
            .withName(name)
            .require();
    stored.setAdditionalProperty("status", status);
    cluster.client().resource(stored).updateStatus();
  }
}
