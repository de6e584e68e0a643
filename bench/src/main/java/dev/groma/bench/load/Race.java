package dev.groma.bench.load;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Submits many of one kind into a namespace of their own, and takes the times. */
final class Race<T extends HasMetadata> {

  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int SUBMITTERS = 8;

  private final KubernetesClient client;
  private final String namespace;
  private final Contender<T> contender;
  private final Map<String, Long> submitted = new ConcurrentHashMap<>();
  private final Map<String, Long> running = new ConcurrentHashMap<>();
  private final Map<String, Long> over = new ConcurrentHashMap<>();

  Race(ControlPlane cluster, Contender<T> contender) {
    this.client = cluster.client();
    this.namespace = cluster.createNamespace("race");
    this.contender = contender;
  }

  /**
   * What was measured.
   *
   * @param all from the first submission until all are over
   * @param toRunning median from the submission of one until its Pod was seen to run
   * @param serverCpu CPU time of the control plane meanwhile
   */
  record Times(Duration all, Duration toRunning, Duration serverCpu) {}

  Times run(int jobs) {
    try (SharedIndexInformer<T> watch =
            client
                .resources(contender.type())
                .inNamespace(namespace)
                .inform(
                    onChange(object -> {
                      if (contender.isOver(object)) {
                        over.putIfAbsent(object.getMetadata().getName(), System.nanoTime());
                      }
                    }));
        SharedIndexInformer<Pod> pods =
            client.pods().inNamespace(namespace).inform(onChange(this::podSeen))) {
      Duration cpu = ServerCpu.used();
      long start = System.nanoTime();
      submit(jobs);
      Await.until("all to be over", LIMIT, () -> over.size() == jobs);
      long end = over.values().stream().mapToLong(Long::longValue).max().orElse(start);
      return new Times(Duration.ofNanos(end - start), toRunning(), ServerCpu.used().minus(cpu));
    }
  }

  private void submit(int jobs) {
    try (ExecutorService threads = Executors.newFixedThreadPool(SUBMITTERS)) {
      IntStream.range(0, jobs)
          .forEach(i ->
              threads.execute(() -> {
                T object = contender.named("job-" + i, namespace);
                submitted.put("job-" + i, System.nanoTime());
                client.resource(object).create();
              }));
    }
  }

  private void podSeen(Pod pod) {
    if (!pod.getStatus().getPhase().equals("Pending")) {
      running.putIfAbsent(nameOf(pod), System.nanoTime());
    }
  }

  /** The name under which the Pod's job was submitted. */
  private static String nameOf(Pod pod) {
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    String layoutJob = annotations == null ? null : annotations.get("groma.dev/layoutjob");
    return pod.getMetadata().getOwnerReferences().stream()
        .map(OwnerReference::getName)
        .filter(name -> name.matches("job-\\d+"))
        .findFirst()
        .orElse(layoutJob == null ? pod.getMetadata().getName() : layoutJob);
  }

  private Duration toRunning() {
    List<Long> waits =
        submitted.entrySet().stream()
            .filter(entry -> running.containsKey(entry.getKey()))
            .map(entry -> Objects.requireNonNull(running.get(entry.getKey())) - entry.getValue())
            .sorted()
            .toList();
    return Duration.ofNanos(waits.get(waits.size() / 2));
  }

  /** A Job of this race. */
  Job anyJob() {
    return client.batch().v1().jobs().inNamespace(namespace).list().getItems().getFirst();
  }

  private static <O> ResourceEventHandler<O> onChange(Consumer<O> seen) {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(O object) {
        seen.accept(object);
      }

      @Override
      public void onUpdate(O old, O object) {
        seen.accept(object);
      }

      @Override
      public void onDelete(O object, boolean stateUnknown) {}
    };
  }
}
