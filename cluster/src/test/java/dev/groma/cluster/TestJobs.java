package dev.groma.cluster;

import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Jobs as the operator makes them, and waiting for what becomes of them. */
public final class TestJobs {
  private final KubernetesClient client;
  private final String namespace;

  public TestJobs(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  public static JobBuilder job(String name) {
    return job(
        name, new ContainerBuilder().withName("main").withImage("groma-runner:test").build());
  }

  public static JobBuilder job(String name, Container container) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withPodReplacementPolicy("Failed")
        .withNewTemplate()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withContainers(container)
        .endSpec()
        .endTemplate()
        .endSpec();
  }

  public Job create(JobBuilder job) {
    return client.batch().v1().jobs().inNamespace(namespace).resource(job.build()).create();
  }

  public void awaitCondition(String job, String type) {
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withName(job)
        .waitUntilCondition(
            seen -> seen != null && hasCondition(seen, type),
            Await.LIMIT.toSeconds(),
            TimeUnit.SECONDS);
  }

  public List<Pod> podsOf(String job) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel("batch.kubernetes.io/job-name", job)
        .list()
        .getItems();
  }

  public Pod awaitPod(String job, Predicate<Pod> condition) {
    List<Pod> pods =
        Await.value(
            "a Pod of Job " + job,
            Await.LIMIT,
            () -> podsOf(job).stream().filter(condition).toList(),
            list -> !list.isEmpty());
    return pods.getFirst();
  }

  private static boolean hasCondition(Job job, String type) {
    return job.getStatus() != null
        && job.getStatus().getConditions().stream()
            .anyMatch(c -> Objects.equals(c.getType(), type) && c.getStatus().equals("True"));
  }
}
