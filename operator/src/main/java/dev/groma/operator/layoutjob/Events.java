package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.JobReference;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kubernetes events: those of ours, and what other components complain of. */
final class Events {

  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private static final String CONTROLLER = "groma.dev/operator";

  /** Limit of the API; pkg/apis/core/validation/events.go. */
  private static final int NOTE_MAX_BYTES = 1024;

  /** Kubernetes wants exactly six digits of a second. */
  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

  private static final int NAME_MAX_LENGTH = 253;

  private final KubernetesClient client;
  private final InstantSource clock;

  Events(KubernetesClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Stores an event whose name follows from the job and its key, so that it is there only once. An
   * event that cannot be stored is logged: what it tells is in the status.
   */
  void announce(JobReference reference, Announcement announcement, OperatorMetrics metrics) {
    Event event = event(reference, announcement);
    try {
      metrics.write(
          "event",
          () ->
              client
                  .events()
                  .v1()
                  .events()
                  .inNamespace(reference.namespace())
                  .resource(event)
                  .create());
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        LOG.warn("the event {} could not be stored: {}", announcement.reason(), e.getMessage());
      }
    }
  }

  /** What components complain of about an object, the newest first. */
  List<String> warnings(JobReference reference, String uid) {
    return client
        .events()
        .v1()
        .events()
        .inNamespace(reference.namespace())
        .withField("regarding.uid", uid)
        .withField("type", "Warning")
        .list()
        .getItems()
        .stream()
        .sorted(Comparator.comparing(Events::lastSeen).reversed())
        .map(event -> event.getReason() + ": " + event.getNote())
        .toList();
  }

  private Event event(JobReference reference, Announcement announcement) {
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(reference.namespace())
        .withName(name(reference, announcement.key()))
        .endMetadata()
        .withEventTime(new MicroTime(microTime()))
        .withReportingController(CONTROLLER)
        .withReportingInstance(LayoutJobReconciler.FIELD_MANAGER)
        .withAction("Reconcile")
        .withReason(announcement.reason())
        .withType(announcement.warning() ? "Warning" : "Normal")
        .withNote(note(announcement.note()))
        .withNewRegarding()
        .withApiVersion(LayoutJob.API_VERSION)
        .withKind(LayoutJob.KIND)
        .withNamespace(reference.namespace())
        .withName(reference.name())
        .withUid(reference.uid())
        .endRegarding()
        .build();
  }

  private static String name(JobReference reference, String key) {
    String suffix = "." + reference.uid() + "." + key;
    String start = reference.name();
    String cut = start.substring(0, Math.min(start.length(), NAME_MAX_LENGTH - suffix.length()));
    return cut.replaceAll("[-.]+$", "") + suffix;
  }

  private static String note(String text) {
    String cut = text;
    while (cut.getBytes(StandardCharsets.UTF_8).length > NOTE_MAX_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private String microTime() {
    return MICRO_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static String lastSeen(Event event) {
    return Stream.of(
            event.getSeries() == null || event.getSeries().getLastObservedTime() == null
                ? null
                : event.getSeries().getLastObservedTime().getTime(),
            event.getDeprecatedLastTimestamp(),
            event.getEventTime() == null ? null : event.getEventTime().getTime(),
            event.getMetadata().getCreationTimestamp())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}
