package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.layoutqueue.Mappings;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.jobs.QueueKey;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what keeps a LayoutQueue from being consumed at all, before SQS is asked. */
final class Admission {

  /** How long a Namespace's permission is believed. Chosen. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Surroundings around;
  private @Nullable Permission permission;
  private @Nullable Mappings checked;
  private List<String> mistakes = List.of();

  /** What the other namespace said, and about which spec it was asked. */
  private record Permission(String namespace, Instant until, Optional<Situation> refusal) {}

  Admission(Surroundings around) {
    this.around = around;
  }

  /** The obstacle; empty where there is none. */
  Optional<Situation> obstacle(LayoutQueue queue) {
    LayoutQueueSpec spec = queue.getSpec();
    if (spec.unreadable() != null) {
      return Optional.of(new Situation(QueueReason.QueueUnreadable, spec.unreadable()));
    }
    List<String> wrong = mistakes(spec.declaredMappings());
    if (!wrong.isEmpty()) {
      return Optional.of(new Situation(QueueReason.MappingInvalid, String.join("; ", wrong)));
    }
    return taken(queue).or(() -> foreignNamespace(queue, spec));
  }

  private List<String> mistakes(Mappings mappings) {
    if (!mappings.equals(checked)) {
      mistakes = around.envelopes().mistakes(mappings);
      checked = mappings;
    }
    return mistakes;
  }

  /** Two bridges' worth of one queue would be two names for one request, and two jobs. */
  private Optional<Situation> taken(LayoutQueue queue) {
    return around.queues().get().stream()
        .filter(other -> other.getSpec().unreadable() == null)
        .filter(other -> other.getSpec().queue().url().equals(queue.getSpec().queue().url()))
        .min(
            Comparator.comparing((LayoutQueue other) -> other.getMetadata().getCreationTimestamp())
                .thenComparing(other -> other.getMetadata().getUid()))
        .filter(first -> !QueueKey.of(first).equals(QueueKey.of(queue)))
        .map(
            first -> new Situation(QueueReason.QueueTaken, "by LayoutQueue " + QueueKey.of(first)));
  }

  private Optional<Situation> foreignNamespace(LayoutQueue queue, LayoutQueueSpec spec) {
    String target = spec.jobDefaults().namespace();
    if (target == null || target.equals(queue.getMetadata().getNamespace())) {
      return Optional.empty();
    }
    Permission known = permission;
    Instant now = around.clock().instant();
    if (known == null || !known.namespace().equals(target) || !now.isBefore(known.until())) {
      known = new Permission(target, now.plus(FRESH), ask(QueueKey.of(queue), target));
      permission = known;
    }
    return known.refusal();
  }

  private Optional<Situation> ask(QueueKey queue, String target) {
    try {
      Namespace namespace = around.client().namespaces().withName(target).get();
      if (namespace == null) {
        return Optional.of(new Situation(QueueReason.NamespaceAbsent, target));
      }
      String allowed =
          Objects.requireNonNullElse(
                  namespace.getMetadata().getAnnotations(), Map.<String, String>of())
              .getOrDefault(QueuedJob.ALLOWED_QUEUES, "");
      return Arrays.stream(allowed.split(",")).map(String::strip).anyMatch(queue.toString()::equals)
          ? Optional.empty()
          : Optional.of(
              new Situation(
                  QueueReason.NamespaceNotAllowed,
                  "Namespace %s does not list %s".formatted(target, queue)));
    } catch (KubernetesClientException e) {
      boolean forbidden = e.getCode() == HttpURLConnection.HTTP_FORBIDDEN;
      if (!forbidden && permission != null && permission.namespace().equals(target)) {
        // An API server that is away has not changed its mind.
        return permission.refusal();
      }
      return Optional.of(
          new Situation(
              forbidden ? QueueReason.JobsForbidden : QueueReason.ApiServerUnavailable,
              String.valueOf(e.getMessage())));
    }
  }
}
