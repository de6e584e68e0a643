package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.bridge.jobs.QueueKey;
import dev.groma.bridge.jobs.QueuedJobs;
import dev.groma.bridge.telemetry.BridgeMetrics;
import dev.groma.intake.Envelopes;
import dev.groma.kubernetes.Informers;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** Watches LayoutQueues and runs each of them. Safe for use by many threads. */
public final class Supervisor {

  private final Surroundings around;
  private final List<SharedIndexInformer<LayoutQueue>> informers = new ArrayList<>();
  private final Map<QueueKey, Running> runners = new HashMap<>();
  private boolean stopped;

  private record Running(QueueRunner runner, Thread thread) {}

  /**
   * How the supervisor works.
   *
   * @param namespaces to watch; empty for all
   * @param timeToLive of jobs whose spec says none; null: they are kept
   * @param grace how long a stop may take
   * @param version of the bridge
   */
  public record Settings(
      List<String> namespaces, @Nullable Duration timeToLive, Duration grace, String version) {
    /** Copies the list. */
    public Settings {
      namespaces = List.copyOf(namespaces);
    }
  }

  /**
   * Begins to watch.
   *
   * @param s3 for messages that point to objects
   * @param leads whether this process leads
   * @param blind is told when a watch has ended for good
   */
  public static Supervisor start(
      KubernetesClient client,
      Settings settings,
      Supplier<S3Client> s3,
      BooleanSupplier leads,
      BridgeMetrics metrics,
      InstantSource clock,
      Consumer<Throwable> blind) {
    QueuedJobs jobs = QueuedJobs.watch(client, settings.namespaces(), blind);
    return new Supervisor(client, settings, jobs, s3, leads, metrics, clock, blind);
  }

  private Supervisor(
      KubernetesClient client,
      Settings settings,
      QueuedJobs jobs,
      Supplier<S3Client> s3,
      BooleanSupplier leads,
      BridgeMetrics metrics,
      InstantSource clock,
      Consumer<Throwable> blind) {
    this.around =
        new Surroundings(
            client,
            jobs,
            this::queues,
            Envelopes.load(),
            s3,
            leads,
            settings.timeToLive(),
            settings.grace(),
            settings.version(),
            metrics,
            clock,
            RandomGenerator.getDefault());
    if (settings.namespaces().isEmpty()) {
      watch(client.resources(LayoutQueue.class).inAnyNamespace().runnableInformer(0), blind);
    }
    for (String namespace : settings.namespaces()) {
      watch(client.resources(LayoutQueue.class).inNamespace(namespace).runnableInformer(0), blind);
    }
  }

  private void watch(SharedIndexInformer<LayoutQueue> informer, Consumer<Throwable> blind) {
    informers.add(informer);
    Informers.start(
        informer,
        new Informers.Listener<>() {
          @Override
          public void seen(LayoutQueue queue) {
            run(queue);
          }

          @Override
          public void gone(LayoutQueue queue) {
            letGo(QueueKey.of(queue));
          }
        },
        blind);
  }

  private List<LayoutQueue> queues() {
    return informers.stream().flatMap(informer -> informer.getStore().list().stream()).toList();
  }

  private synchronized void run(LayoutQueue queue) {
    // The last status of a queue that was let go is seen here too.
    if (stopped) {
      return;
    }
    Running known = runners.get(QueueKey.of(queue));
    if (known != null) {
      known.runner().update(queue);
      return;
    }
    QueueRunner runner = new QueueRunner(queue, around);
    Thread thread = Thread.ofVirtual().name("layoutqueue " + QueueKey.of(queue)).unstarted(runner);
    runners.put(QueueKey.of(queue), new Running(runner, thread));
    thread.start();
  }

  private synchronized void letGo(QueueKey key) {
    Running known = runners.remove(key);
    if (known != null) {
      known.runner().stop();
    }
  }

  /** Stops all, each within its grace, and returns when that is done. */
  public void stop() {
    List<Running> all;
    synchronized (this) {
      stopped = true;
      all = List.copyOf(runners.values());
      runners.clear();
    }
    all.forEach(running -> running.runner().stop());
    try {
      for (Running running : all) {
        running.thread().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    informers.forEach(SharedIndexInformer::close);
    around.jobs().close();
  }

  /** The LayoutQueues whose polling has not come back for longer than this. */
  public synchronized List<QueueKey> stuck(Duration patience) {
    return runners.entrySet().stream()
        .filter(running -> !running.getValue().runner().isAlive(patience))
        .map(Map.Entry::getKey)
        .toList();
  }
}
