package dev.groma.bridge.simulation;

import dev.groma.bridge.ledger.Tombstone;
import dev.groma.bridge.message.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that outlives a bridge: the API server's objects, the queue, the time. */
final class World {

  /** How long a received message is hidden. */
  static final Duration VISIBILITY = Duration.ofSeconds(300);

  /** How long a job is kept after its end. */
  static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

  /** A job as it is stored. */
  static final class Job {
    final String uid;
    final String contentHash;
    Optional<Instant> endedAt = Optional.empty();

    Job(String uid, String contentHash) {
      this.uid = uid;
      this.contentHash = contentHash;
    }
  }

  /** A message as the queue has it. */
  static final class Message {
    final String id;
    final String key;
    final String contentHash;
    Instant visibleAt = Instant.EPOCH;
    String receipt = "";
    boolean deleted;

    Message(String id, String key, String contentHash) {
      this.id = id;
      this.key = key;
      this.contentHash = contentHash;
    }
  }

  /** A tombstone and when it was written. */
  record Written(Tombstone tombstone, Instant at) {}

  Instant now = Instant.parse("2026-11-25T12:00:00Z");
  final Map<JobKey, Job> jobs = new LinkedHashMap<>();
  final List<Written> ledger = new ArrayList<>();
  final List<Message> queue = new ArrayList<>();
  final List<Message> dead = new ArrayList<>();

  /** How often a job of each key was created, and left standing by who created it. */
  final Map<JobKey, Integer> creations = new HashMap<>();

  int serial;

  void send(String key, String contentHash) {
    queue.add(new Message("m-" + ++serial, key, contentHash));
  }

  /** The messages that a receive call could bring. */
  List<Message> visible() {
    return queue.stream()
        .filter(message -> !message.deleted && !now.isBefore(message.visibleAt))
        .toList();
  }

  boolean isEmpty() {
    return queue.stream().allMatch(message -> message.deleted);
  }
}
