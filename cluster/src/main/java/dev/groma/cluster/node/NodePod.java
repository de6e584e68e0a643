package dev.groma.cluster.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.utils.Utils;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One Pod as its node sees it. Reports are written one after the other, by the Pod's thread; the
 * rest may be used by any thread.
 */
public final class NodePod {
  private static final long DEFAULT_GRACE_SECONDS = 30;

  private final NodeApi api;
  private final Clock clock;
  private final CompletableFuture<Duration> deletion = new CompletableFuture<>();
  private final CompletableFuture<Void> removal = new CompletableFuture<>();
  private volatile Pod latest;
  private volatile boolean bound;

  NodePod(Pod pod, NodeApi api, Clock clock) {
    this.latest = pod;
    this.api = api;
    this.clock = clock;
    this.bound = isBound(pod);
    observe(pod);
  }

  /** The Pod as last seen. */
  public Pod pod() {
    return latest;
  }

  /** {@code namespace/name}. */
  public String key() {
    return latest.getMetadata().getNamespace() + "/" + latest.getMetadata().getName();
  }

  /** The names of its containers, in the order of the spec. */
  public List<String> containerNames() {
    return latest.getSpec().getContainers().stream().map(Container::getName).toList();
  }

  /** Whether it has a node. */
  public boolean isBound() {
    return bound;
  }

  /** Whether its phase was Succeeded or Failed when it was last seen. */
  public boolean isFinal() {
    String phase = latest.getStatus().getPhase();
    return "Succeeded".equals(phase) || "Failed".equals(phase);
  }

  /** Completes with the grace period when someone asks for the Pod's deletion. */
  public CompletableFuture<Duration> deletion() {
    return deletion.copy();
  }

  /** Completes when the Pod's object is gone. */
  public CompletableFuture<Void> removal() {
    return removal.copy();
  }

  /** Gives the Pod this node, as a scheduler does. Does nothing when it has it. */
  public void bind() throws InterruptedException {
    if (!bound) {
      api.bind(this);
      bound = true;
    }
  }

  /** Says that no node suits the Pod, as a scheduler does. */
  public void reportUnschedulable(String message) throws InterruptedException {
    Instant now = clock.instant();
    PodCondition condition =
        PodStatuses.condition(latest, "PodScheduled", false, "Unschedulable", now);
    condition.setMessage(message);
    accept(api.patchStatusAsScheduler(this, statusOf(condition)));
    api.warn(this, "FailedScheduling", message);
  }

  /** Writes what a kubelet says about the Pod. */
  public void report(PodReport report) throws InterruptedException {
    accept(api.patchStatus(this, PodStatuses.of(latest, report, clock.instant())));
  }

  /**
   * Says that the Pod is about to be ended for no fault of its own.
   *
   * @param reason for example {@code EvictionByEvictionAPI} or {@code PreemptionByScheduler}
   */
  public void reportDisruption(String reason, String message) throws InterruptedException {
    PodCondition condition =
        PodStatuses.condition(latest, "DisruptionTarget", true, null, clock.instant());
    condition.setReason(reason);
    condition.setMessage(message);
    accept(api.patchStatus(this, statusOf(condition)));
  }

  /** Records a Warning event about the Pod. */
  public void warn(String reason, String message) throws InterruptedException {
    api.warn(this, reason, message);
  }

  /** Asks for the Pod's deletion, as an eviction does. */
  public void requestDeletion() throws InterruptedException {
    api.requestDeletion(this);
  }

  /** Removes the Pod's object, as a kubelet does when its containers have ended. */
  public void remove() throws InterruptedException {
    api.remove(this);
  }

  /** Removes the Pod's object although there are those who want to see its end first. */
  public void vanish() throws InterruptedException {
    api.vanish(this);
  }

  /** Takes in a newer state of the Pod. */
  void observe(Pod pod) {
    accept(pod);
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      Long grace = pod.getMetadata().getDeletionGracePeriodSeconds();
      deletion.complete(Duration.ofSeconds(grace == null ? DEFAULT_GRACE_SECONDS : grace));
    }
  }

  void observeRemoval() {
    deletion.complete(Duration.ZERO);
    removal.complete(null);
  }

  /** A response may overtake the watch; the older of the two is dropped. */
  private synchronized void accept(Pod pod) {
    if (version(pod) >= version(latest)) {
      latest = pod;
    }
  }

  private static long version(Pod pod) {
    return Long.parseLong(pod.getMetadata().getResourceVersion());
  }

  private static boolean isBound(Pod pod) {
    return Utils.isNotNullOrEmpty(pod.getSpec().getNodeName());
  }

  private static PodStatus statusOf(PodCondition condition) {
    var status = new PodStatus();
    status.setConditions(List.of(condition));
    return status;
  }
}
