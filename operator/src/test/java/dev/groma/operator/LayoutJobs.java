package dev.groma.operator;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.RoomDetectionSpec;
import dev.groma.cluster.await.Await;
import dev.groma.operator.attempt.DigestAnnotation;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** LayoutJobs of one namespace, and what became of them. */
public final class LayoutJobs {

  /** Walls that are small enough for any test. */
  public static final String WALLS =
      "{\"walls\": [{\"type\": \"line\", \"start\": [0, 0], \"end\": [4, 0]}]}";

  private final KubernetesClient client;
  private final String namespace;

  /** Those of a namespace, with the rights of this client. */
  public LayoutJobs(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** A spec with inline walls. */
  public static LayoutJobSpec inline(String walls) {
    return walls(InputSource.ofInline(walls));
  }

  /** A spec with walls from a ConfigMap. */
  public static LayoutJobSpec configMap(String name, String key) {
    return walls(InputSource.ofConfigMap(name, key));
  }

  private static LayoutJobSpec walls(InputSource source) {
    return new LayoutJobSpec(
        new RoomDetectionSpec(source, null, 0.05, null, null, null),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "order-17",
        null);
  }

  /** A spec with the usual walls and these further members, as they stand in a manifest. */
  public static LayoutJobSpec spec(String members) {
    return read("roomDetection: {walls: {inline: '%s'}}\n%s".formatted(WALLS, members));
  }

  /** A whole spec, as it stands in a manifest. */
  public static LayoutJobSpec read(String spec) {
    return Serialization.unmarshal(
            "apiVersion: groma.dev/v1alpha1\nkind: LayoutJob\nspec:\n" + spec.indent(2),
            LayoutJob.class)
        .getSpec();
  }

  /** Stores a LayoutJob with the usual walls. */
  public LayoutJob create(String name) {
    return create(name, inline(WALLS));
  }

  /** Stores a LayoutJob. */
  public LayoutJob create(String name, LayoutJobSpec spec) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    job.setSpec(spec);
    return client.resource(job).create();
  }

  /** The LayoutJob as it is stored now. */
  public LayoutJob get(String name) {
    return client.resources(LayoutJob.class).inNamespace(namespace).withName(name).require();
  }

  /** Changes its spec, as {@code kubectl patch --type=merge} does. */
  public void patch(String name, String spec) {
    client
        .resources(LayoutJob.class)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": %s}".formatted(spec));
  }

  /** Stores the artifacts of {@link LastWords#success}, as the report endpoint does. */
  public void storeResult(LayoutJob owner, int attempt) {
    ObjectMeta metadata = owner.getMetadata();
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(metadata.getName() + "-result-" + attempt)
                .withNamespace(namespace)
                .addToLabels("groma.dev/layoutjob-uid", metadata.getUid())
                .addToLabels("groma.dev/attempt", Integer.toString(attempt))
                .addToAnnotations("groma.dev/layoutjob", metadata.getName())
                .addToAnnotations(DigestAnnotation.of("rooms.geojson"), LastWords.SHA_256)
                .addToAnnotations(DigestAnnotation.of("result.json"), LastWords.SHA_256)
                .addNewOwnerReference()
                .withApiVersion(LayoutJob.API_VERSION)
                .withKind(LayoutJob.KIND)
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .endOwnerReference()
                .endMetadata()
                .withImmutable(true)
                .build())
        .create();
  }

  /** All of the namespace. */
  public List<LayoutJob> all() {
    return client.resources(LayoutJob.class).inNamespace(namespace).list().getItems();
  }

  /** Its status once that is as wanted. */
  public LayoutJobStatus await(String name, Predicate<LayoutJobStatus> wanted) {
    return Await.value(
        "the status of " + name,
        Await.LIMIT,
        () -> status(name),
        status -> status != null && wanted.test(status));
  }

  /** Its status once the phase is reached. */
  public LayoutJobStatus await(String name, Phase phase) {
    return await(name, status -> status.phase() == phase);
  }

  private @Nullable LayoutJobStatus status(String name) {
    return get(name).getStatus();
  }

  /** A condition of a status. */
  public static Condition condition(LayoutJobStatus status, String type) {
    return Objects.requireNonNull(status.conditions()).stream()
        .filter(condition -> condition.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** The Jobs of a LayoutJob. */
  public List<Job> jobs(LayoutJob owner) {
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withLabel("groma.dev/layoutjob-uid", owner.getMetadata().getUid())
        .list()
        .getItems();
  }

  /** Its one Job, once it is there. */
  public Job awaitJob(LayoutJob owner) {
    return Await.value(
            "the Job of " + owner.getMetadata().getName(),
            Await.LIMIT,
            () -> jobs(owner),
            jobs -> !jobs.isEmpty())
        .getFirst();
  }

  /** The Job of one of its attempts, once it is there. */
  public Job awaitJob(LayoutJob owner, int attempt) {
    return Await.value(
            "the Job of attempt " + attempt,
            Await.LIMIT,
            () -> jobs(owner).stream().filter(job -> isOf(job, attempt)).toList(),
            jobs -> !jobs.isEmpty())
        .getFirst();
  }

  private static boolean isOf(Job job, int attempt) {
    return Integer.toString(attempt).equals(job.getMetadata().getLabels().get("groma.dev/attempt"));
  }

  /** The Pods of a LayoutJob. */
  public List<Pod> pods(LayoutJob owner) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel("groma.dev/layoutjob-uid", owner.getMetadata().getUid())
        .list()
        .getItems();
  }

  /** The operator's events about a LayoutJob, once there is one. */
  public List<Event> awaitEvents(LayoutJob regarding) {
    return Await.value(
        "an event about " + regarding.getMetadata().getName(),
        Await.LIMIT,
        () -> events(regarding),
        events -> !events.isEmpty());
  }

  /** The operator's events about a LayoutJob that are there now. */
  public List<Event> events(LayoutJob regarding) {
    return client
        .events()
        .v1()
        .events()
        .inNamespace(namespace)
        .withField("regarding.uid", regarding.getMetadata().getUid())
        .list()
        .getItems();
  }
}
