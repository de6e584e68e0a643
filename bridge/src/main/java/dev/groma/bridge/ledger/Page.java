package dev.groma.bridge.ledger;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tombstones of one ConfigMap. Those that were written together lie under one key of its binary
 * data, which says when: {@code t} and seconds since 1970.
 *
 * @param entries when and of what content each was written, by the mark of the job
 */
record Page(Map<Tombstone.Mark, Entry> entries) {

  private static final String KEY_PREFIX = "t";

  /** What is known of a tombstone. */
  record Entry(Instant writtenAt, long content) {}

  static Page of(ConfigMap map) {
    Map<Tombstone.Mark, Entry> entries = new HashMap<>();
    Objects.requireNonNullElse(map.getBinaryData(), Map.<String, String>of())
        .forEach((key, base64) -> {
          ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
          Instant writtenAt = writtenAt(key);
          while (bytes.remaining() >= Tombstone.BYTES) {
            Tombstone tombstone = Tombstone.read(bytes);
            entries.putIfAbsent(tombstone.mark(), new Entry(writtenAt, tombstone.content()));
          }
        });
    return new Page(Map.copyOf(entries));
  }

  /** A key that is not ours counts as new, so nothing is deleted too early for it. */
  private static Instant writtenAt(String key) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(key.substring(KEY_PREFIX.length())));
    } catch (NumberFormatException foreign) {
      return Instant.MAX;
    }
  }

  /** Adds tombstones to the data of a ConfigMap. */
  static Map<String, String> with(
      Map<String, String> data, List<Tombstone> tombstones, Instant now) {
    String key = KEY_PREFIX + now.getEpochSecond();
    byte[] before = Base64.getDecoder().decode(data.getOrDefault(key, ""));
    ByteBuffer bytes = ByteBuffer.allocate(before.length + tombstones.size() * Tombstone.BYTES);
    bytes.put(before);
    tombstones.forEach(tombstone -> tombstone.write(bytes));
    Map<String, String> together = new HashMap<>(data);
    together.put(key, Base64.getEncoder().encodeToString(bytes.array()));
    return together;
  }
}
