package dev.groma.bridge.jobs;

import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.bridge.message.JobEnd;
import dev.groma.bridge.message.JobKey;
import dev.groma.kubernetes.Informers;
import dev.groma.kubernetes.SlimStore;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cache of the jobs that came out of queues. Safe for use by many threads. */
public final class QueuedJobs implements AutoCloseable {

  private final List<SharedIndexInformer<LayoutJob>> informers = new ArrayList<>();
  private final Map<QueueKey, Set<JobKey>> open = new ConcurrentHashMap<>();
  private final Map<JobKey, List<CompletableFuture<Optional<JobEnd>>>> awaited =
      new ConcurrentHashMap<>();
  private final Map<QueueKey, Consumer<LayoutJob>> undertakers = new ConcurrentHashMap<>();

  /**
   * Begins to watch; returns when everything there is has been seen.
   *
   * @param namespaces to watch; empty for all
   * @param blind is told when a watch has ended for good
   */
  public static QueuedJobs watch(
      KubernetesClient client, List<String> namespaces, Consumer<Throwable> blind) {
    QueuedJobs jobs = new QueuedJobs();
    if (namespaces.isEmpty()) {
      jobs.start(
          client
              .resources(LayoutJob.class)
              .inAnyNamespace()
              .withLabel(QueuedJob.QUEUE)
              .runnableInformer(0),
          blind);
    }
    for (String namespace : namespaces) {
      jobs.start(
          client
              .resources(LayoutJob.class)
              .inNamespace(namespace)
              .withLabel(QueuedJob.QUEUE)
              .runnableInformer(0),
          blind);
    }
    return jobs;
  }

  private QueuedJobs() {}

  private void start(SharedIndexInformer<LayoutJob> informer, Consumer<Throwable> blind) {
    informers.add(informer);
    informer.itemStore(new SlimStore<>(LeanJob::of));
    Informers.start(
        informer,
        new Informers.Listener<>() {
          @Override
          public void seen(LayoutJob job) {
            QueuedJobs.this.seen(job);
          }

          @Override
          public void gone(LayoutJob job) {
            QueuedJobs.this.gone(job);
          }
        },
        blind);
  }

  private void seen(LayoutJob job) {
    JobKey key = key(job);
    Optional<JobEnd> end = end(job);
    Set<JobKey> openOnes =
        open.computeIfAbsent(QueueKey.ofJob(job), queue -> ConcurrentHashMap.newKeySet());
    if (end.isEmpty()) {
      openOnes.add(key);
    } else {
      openOnes.remove(key);
      complete(key, end);
    }
  }

  private void gone(LayoutJob job) {
    JobKey key = key(job);
    QueueKey queue = QueueKey.ofJob(job);
    open.getOrDefault(queue, Set.of()).remove(key);
    complete(key, Optional.empty());
    Consumer<LayoutJob> undertaker = undertakers.get(queue);
    if (undertaker != null) {
      undertaker.accept(job);
    }
  }

  private void complete(JobKey key, Optional<JobEnd> end) {
    List<CompletableFuture<Optional<JobEnd>>> waiting = awaited.remove(key);
    if (waiting != null) {
      waiting.forEach(one -> one.complete(end));
    }
  }

  /** Completes when a job ends: with how, or with nothing when it is deleted before. */
  public CompletableFuture<Optional<JobEnd>> end(JobKey key) {
    CompletableFuture<Optional<JobEnd>> end = new CompletableFuture<>();
    awaited.compute(
        key,
        (job, others) -> {
          List<CompletableFuture<Optional<JobEnd>>> all =
              new ArrayList<>(others == null ? List.of() : others);
          all.removeIf(CompletableFuture::isDone);
          all.add(end);
          return all;
        });
    // It may have ended before it was asked about.
    find(key).flatMap(QueuedJobs::end).ifPresent(known -> complete(key, Optional.of(known)));
    return end;
  }

  private Optional<LayoutJob> find(JobKey key) {
    return informers.stream()
        .map(informer -> informer.getStore().getByKey(key.toString()))
        .filter(job -> job != null)
        .findFirst();
  }

  /** How many jobs of a queue wait or run. */
  public int open(QueueKey queue) {
    return open.getOrDefault(queue, Set.of()).size();
  }

  /** The jobs of a queue that have ended. */
  public List<LayoutJob> ended(QueueKey queue) {
    return informers.stream()
        .flatMap(informer -> informer.getStore().list().stream())
        .filter(job -> QueueKey.ofJob(job).equals(queue))
        .filter(job -> end(job).isPresent())
        .toList();
  }

  /** Whoever is to be told of jobs of a queue that are deleted; null for nobody. */
  public void onDeleted(QueueKey queue, @Nullable Consumer<LayoutJob> undertaker) {
    if (undertaker == null) {
      undertakers.remove(queue);
    } else {
      undertakers.put(queue, undertaker);
    }
  }

  /** Where a job stands. */
  public static JobKey key(LayoutJob job) {
    return new JobKey(job.getMetadata().getNamespace(), job.getMetadata().getName());
  }

  /** How a job ended; empty where it has not. */
  public static Optional<JobEnd> end(LayoutJob job) {
    LayoutJobStatus status = job.getStatus();
    Phase phase = status == null ? null : status.phase();
    return status == null || phase == null || !phase.terminal()
        ? Optional.empty()
        : Optional.of(new JobEnd(key(job), phase, words(status.failure())));
  }

  private static String words(@Nullable Failure failure) {
    return failure == null ? "" : "%s: %s".formatted(failure.reason(), failure.message());
  }

  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::close);
  }
}
