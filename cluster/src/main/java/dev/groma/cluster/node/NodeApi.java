package dev.groma.cluster.node;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * The requests of scheduler and kubelet about Pods. Like theirs, each is tried until it goes
 * through: an API server that is away, or an authorizer that has not yet seen a binding, only
 * delays it.
 */
final class NodeApi {
  /** More requests at a time than this only queue in an API server on two cores. */
  private static final int CONCURRENT_REQUESTS = 32;

  private static final Duration FIRST_RETRY = Duration.ofMillis(50);
  private static final Duration LAST_RETRY = Duration.ofSeconds(1);

  /** The API server's words for a failed precondition, a deleted and an assigned Pod. */
  private static final Pattern LOST =
      Pattern.compile("UID in precondition|is being deleted|is already assigned");

  private final KubernetesClient admin;
  private final KubernetesClient scheduler;
  private final KubernetesClient kubelet;
  private final String node;
  private final KubernetesSerialization json;
  private final Semaphore requests = new Semaphore(CONCURRENT_REQUESTS);

  NodeApi(
      KubernetesClient admin, KubernetesClient scheduler, KubernetesClient kubelet, String node) {
    this.admin = admin;
    this.scheduler = scheduler;
    this.kubelet = kubelet;
    this.node = node;
    this.json = kubelet.getKubernetesSerialization();
  }

  void bind(NodePod pod) throws InterruptedException {
    ObjectMeta meta = pod.pod().getMetadata();
    var binding =
        new BindingBuilder()
            .withNewMetadata()
            .withName(meta.getName())
            .withNamespace(meta.getNamespace())
            .withUid(meta.getUid())
            .endMetadata()
            .withNewTarget()
            .withKind("Node")
            .withName(node)
            .endTarget()
            .build();
    send(
        pod,
        () -> {
          try {
            return scheduler.bindings().inNamespace(meta.getNamespace()).resource(binding).create();
          } catch (KubernetesClientException e) {
            // Done by an attempt before this one, whose answer was lost.
            if (isAssigned(e)) {
              return binding;
            }
            throw e;
          }
        });
  }

  private boolean isAssigned(KubernetesClientException e) {
    return e.getCode() == 409
        && String.valueOf(e.getMessage()).contains("already assigned to node \"" + node + "\"");
  }

  Pod patchStatus(NodePod pod, PodStatus status) throws InterruptedException {
    return send(pod, () -> patch(kubelet, pod, status));
  }

  Pod patchStatusAsScheduler(NodePod pod, PodStatus status) throws InterruptedException {
    return send(pod, () -> patch(scheduler, pod, status));
  }

  private Pod patch(KubernetesClient client, NodePod pod, PodStatus status) {
    var patch =
        Map.of("metadata", Map.of("uid", pod.pod().getMetadata().getUid()), "status", status);
    // Through the object, not its name: the client would read it first.
    return client
        .resource(pod.pod())
        .subresource("status")
        .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), json.asJson(patch));
  }

  void requestDeletion(NodePod pod) throws InterruptedException {
    send(pod, () -> of(scheduler, pod).delete());
  }

  void remove(NodePod pod) throws InterruptedException {
    try {
      send(pod, () -> of(kubelet, pod).withGracePeriod(0).delete());
    } catch (PodGoneException e) {
      // that was the wish
    }
  }

  /** Also takes away the finalizers of those who want to see its end first. */
  void vanish(NodePod pod) throws InterruptedException {
    try {
      send(pod, () -> of(admin, pod).withGracePeriod(0).delete());
      send(
          pod,
          () ->
              of(admin, pod)
                  .patch(
                      PatchContext.of(PatchType.JSON_MERGE),
                      "{\"metadata\": {\"finalizers\": null}}"));
    } catch (PodGoneException e) {
      // that was the wish
    }
  }

  void warn(NodePod pod, String reason, String message) throws InterruptedException {
    ObjectMeta meta = pod.pod().getMetadata();
    String now = Instant.now().toString();
    var event =
        new EventBuilder()
            .withNewMetadata()
            .withGenerateName(meta.getName() + ".")
            .withNamespace(meta.getNamespace())
            .endMetadata()
            .withNewInvolvedObject()
            .withApiVersion("v1")
            .withKind("Pod")
            .withName(meta.getName())
            .withNamespace(meta.getNamespace())
            .withUid(meta.getUid())
            .endInvolvedObject()
            .withType("Warning")
            .withReason(reason)
            .withMessage(message)
            .withNewSource("kubelet", node)
            .withFirstTimestamp(now)
            .withLastTimestamp(now)
            .withCount(1)
            .build();
    send(
        pod, () -> kubelet.v1().events().inNamespace(meta.getNamespace()).resource(event).create());
  }

  private static PodResource of(KubernetesClient client, NodePod pod) {
    ObjectMeta meta = pod.pod().getMetadata();
    return client.pods().inNamespace(meta.getNamespace()).withName(meta.getName());
  }

  private <T> T send(NodePod pod, Callable<T> request) throws InterruptedException {
    Duration pause = FIRST_RETRY;
    while (true) {
      requests.acquire();
      try {
        return request.call();
      } catch (KubernetesClientException e) {
        if (isGone(pod, e)) {
          throw new PodGoneException(pod.key());
        }
        if (isBadRequest(e)) {
          throw e;
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("request about Pod " + pod.key(), e);
      } finally {
        requests.release();
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : pause.multipliedBy(2);
    }
  }

  /** Not found, another uid than ours, or a binding that came too late. */
  private static boolean isGone(NodePod pod, KubernetesClientException e) {
    return e.getCode() == 404
        || pod.removal().isDone()
        || (e.getCode() == 409 && LOST.matcher(String.valueOf(e.getMessage())).find());
  }

  private static boolean isBadRequest(KubernetesClientException e) {
    return e.getCode() == 400 || e.getCode() == 422;
  }
}
