package dev.groma.bench.node;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.platform.Platform;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * From the creation of an object to its condition {@code Complete}: a LayoutJob against a plain Job
 * that runs {@code groma run} on the same manifest in the same image, one after the other, in pairs
 * whose order alternates.
 */
final class ApplyToComplete {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String EXAMPLE = "apartment";
  private static final int WARM_UP = 3;

  private final KubernetesClient client;
  private final PrintStream out;
  private final String manifest;

  ApplyToComplete(Platform platform, PrintStream out) {
    this.client = platform.client();
    this.out = out;
    try {
      manifest = Files.readString(SourceTree.root().resolve("examples").resolve(EXAMPLE + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void run(int pairs) {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(EXAMPLE)
                .withNamespace(Platform.JOBS)
                .endMetadata()
                .addToData(EXAMPLE + ".yaml", manifest)
                .build())
        .create();
    time(layoutJob("first"), ApplyToComplete::isComplete);
    Pod pattern = runnerOf("first");
    for (int i = 0; i < WARM_UP; i++) {
      time(layoutJob("warm-layoutjob-" + i), ApplyToComplete::isComplete);
      time(plainJob("warm-plain-" + i, pattern), ApplyToComplete::isComplete);
    }
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      if (i % 2 == 0) {
        ours.add(time(layoutJob("layoutjob-" + i), ApplyToComplete::isComplete));
        plain.add(time(plainJob("plain-" + i, pattern), ApplyToComplete::isComplete));
      } else {
        plain.add(time(plainJob("plain-" + i, pattern), ApplyToComplete::isComplete));
        ours.add(time(layoutJob("layoutjob-" + i), ApplyToComplete::isComplete));
      }
      ratios.add(ours.getLast() / plain.getLast());
    }
    out.printf(
        Locale.ROOT,
        "| pairs | LayoutJob, median | plain Job, median | ratio, median | smallest | largest |%n"
            + "|---|---|---|---|---|---|%n| %d | %.2f s | %.2f s | %.2f | %.2f | %.2f |%n%n",
        pairs,
        median(ours),
        median(plain),
        median(ratios),
        ratios.stream().min(Double::compare).orElseThrow(),
        ratios.stream().max(Double::compare).orElseThrow());
    out.flush();
  }

  private <T extends HasMetadata> double time(T object, Predicate<T> complete) {
    long start = System.nanoTime();
    client.resource(object).create();
    Await.value(
        object.getMetadata().getName() + " to be complete",
        LIMIT,
        () -> client.resource(object).require(),
        complete);
    return (System.nanoTime() - start) / 1e9;
  }

  private LayoutJob layoutJob(String name) {
    LayoutJob job = client.getKubernetesSerialization().unmarshal(manifest, LayoutJob.class);
    job.getMetadata().setNamespace(Platform.JOBS);
    job.getMetadata().setName(name);
    return job;
  }

  /** With the image, the resources and the confinement of a runner, but without an operator. */
  private Job plainJob(String name, Pod pattern) {
    Container runner = pattern.getSpec().getContainers().getFirst();
    Container container =
        new ContainerBuilder()
            .withName("groma")
            .withImage(runner.getImage())
            .withArgs("run", "/manifest/" + EXAMPLE + ".yaml", "-o", "/tmp/out")
            .withResources(runner.getResources())
            .withSecurityContext(runner.getSecurityContext())
            .addNewVolumeMount()
            .withName("manifest")
            .withMountPath("/manifest")
            .endVolumeMount()
            .addNewVolumeMount()
            .withName("tmp")
            .withMountPath("/tmp")
            .endVolumeMount()
            .build();
    return new JobBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(Platform.JOBS)
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withNewTemplate()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withSecurityContext(pattern.getSpec().getSecurityContext())
        .withContainers(container)
        .addNewVolume()
        .withName("manifest")
        .withNewConfigMap()
        .withName(EXAMPLE)
        .endConfigMap()
        .endVolume()
        .addNewVolume()
        .withName("tmp")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private Pod runnerOf(String job) {
    return client.pods().inNamespace(Platform.JOBS).list().getItems().stream()
        .filter(pod -> job.equals(pod.getMetadata().getAnnotations().get("groma.dev/layoutjob")))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isComplete(LayoutJob job) {
    if (job.getStatus() != null && job.getStatus().phase() == Phase.FAILED) {
      throw new IllegalStateException("failed: " + job.getStatus().failure());
    }
    return job.getStatus() != null && job.getStatus().phase() == Phase.SUCCEEDED;
  }

  private static boolean isComplete(Job job) {
    if (hasCondition(job, "Failed")) {
      throw new IllegalStateException("failed: " + job.getStatus());
    }
    return hasCondition(job, "Complete");
  }

  private static boolean hasCondition(Job job, String type) {
    return job.getStatus() != null
        && job.getStatus().getConditions().stream()
            .anyMatch(condition ->
                condition.getType().equals(type) && condition.getStatus().equals("True"));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
