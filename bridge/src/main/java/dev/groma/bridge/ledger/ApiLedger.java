package dev.groma.bridge.ledger;

import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.store.Answers;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a queue in the API server.
 *
 * <p>A look asks for the names and versions of the ConfigMaps, and reads those that are new. It
 * goes to the API server each time: what it shows is at least as new as the moment of asking.
 */
public final class ApiLedger implements Ledger {

  /** Label of the ConfigMaps; its value is that of {@link LedgerName#queue}. */
  static final String LABEL = "groma.dev/ledger";

  /** SQS keeps a message for 14 days at most; a day more for whatever clocks say. */
  private static final Duration KEPT = Duration.ofDays(15);

  private final KubernetesClient client;
  private final String namespace;
  private final String queue;
  private final InstantSource clock;
  private final Versions versions;

  private Map<String, Read> read = Map.of();
  private @Nullable LedgerLook newest;

  /** A page as it was read. */
  private record Read(String version, Page page) {}

  /**
   * The ledger of a queue.
   *
   * @param namespace of the LayoutQueue
   * @param arn of the queue
   */
  public ApiLedger(KubernetesClient client, String namespace, String arn, InstantSource clock) {
    this.client = client;
    this.namespace = namespace;
    this.queue = LedgerName.queue(arn);
    this.clock = clock;
    this.versions = new Versions(client, namespace, LABEL + "=" + queue);
  }

  @Override
  public synchronized LedgerLook look(Duration oldest) throws TroubledException {
    Instant now = clock.instant();
    LedgerLook before = newest;
    if (before != null && !before.at().plus(oldest).isBefore(now) && !oldest.isZero()) {
      return before;
    }
    try {
      Map<String, Read> current = new HashMap<>();
      for (Map.Entry<String, String> there : versions.list().entrySet()) {
        read(there.getKey(), there.getValue()).ifPresent(it -> current.put(there.getKey(), it));
      }
      read = Map.copyOf(current);
    } catch (KubernetesClientException e) {
      throw Answers.trouble(e);
    }
    LedgerLook look = new LedgerLook(now, read.values().stream().map(Read::page).toList());
    newest = look;
    return look;
  }

  private Optional<Read> read(String name, String version) {
    Read known = read.get(name);
    if (known != null && known.version().equals(version)) {
      return Optional.of(known);
    }
    return Optional.ofNullable(get(name))
        .map(map -> new Read(map.getMetadata().getResourceVersion(), Page.of(map)));
  }

  private @Nullable ConfigMap get(String name) {
    return client.configMaps().inNamespace(namespace).withName(name).get();
  }

  @Override
  public synchronized void write(List<Tombstone> tombstones) throws TroubledException {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try {
      ConfigMap last = last(today);
      if (last == null || Page.of(last).entries().size() + tombstones.size() > MOST) {
        int number = last == null ? 0 : name(last).number() + 1;
        create(new LedgerName(queue, today, number), tombstones, now);
      } else {
        last.setBinaryData(
            Page.with(Objects.requireNonNullElse(last.getBinaryData(), Map.of()), tombstones, now));
        // On the version that was read: another bridge that believes to lead gets a conflict.
        client.resource(last).update();
      }
    } catch (KubernetesClientException e) {
      throw Answers.trouble(e);
    }
    newest = null;
  }

  private @Nullable ConfigMap last(LocalDate day) {
    return versions.list().keySet().stream()
        .flatMap(name -> LedgerName.parse(name).stream())
        .filter(name -> name.day().equals(day))
        .max(Comparator.comparingInt(LedgerName::number))
        .map(name -> get(name.toString()))
        .orElse(null);
  }

  private static LedgerName name(ConfigMap map) {
    return LedgerName.parse(map.getMetadata().getName()).orElseThrow();
  }

  private void create(LedgerName name, List<Tombstone> tombstones, Instant now) {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name.toString())
                .withNamespace(namespace)
                .addToLabels(LABEL, queue)
                .addToLabels("app.kubernetes.io/managed-by", "groma-bridge")
                .endMetadata()
                .withBinaryData(Page.with(Map.of(), tombstones, now))
                .build())
        .create();
  }

  @Override
  public synchronized void expire() throws TroubledException {
    LocalDate oldest = LocalDate.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    try {
      versions.list().keySet().stream()
          .flatMap(name -> LedgerName.parse(name).stream())
          .filter(name -> name.day().isBefore(oldest))
          .forEach(name ->
              client.configMaps().inNamespace(namespace).withName(name.toString()).delete());
    } catch (KubernetesClientException e) {
      throw Answers.trouble(e);
    }
  }
}
