package dev.groma.cluster.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.cluster.audit.AuditEvent.Target;
import dev.groma.cluster.await.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The audit log of one API server, read as it grows. Safe for use by many threads. */
public final class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final TreeMap<Integer, AuditEvent> events = new TreeMap<>();
  private final Set<Integer> open = new HashSet<>();
  private long offset;

  /**
   * Reads the log of an API server that runs with {@code --audit-log-mode=blocking}.
   *
   * @param file written by the API server, absent before its first request
   */
  public AuditLog(Path file) {
    this.file = file;
  }

  /**
   * A moment in the log.
   *
   * @param number number of the first request after it
   */
  public record Mark(int number) {}

  /** All requests so far; conditions narrow them down. */
  public AuditQuery requests() {
    return new AuditQuery(this, event -> true);
  }

  /** This moment: every request whose response someone has seen lies before it. */
  public synchronized Mark mark() {
    read();
    return new Mark(numbers.size());
  }

  /** The API server has ended: what it has not answered, it never will. */
  public synchronized void serverEnded() {
    read();
    open.clear();
  }

  /** Every request begun before this call, each with its response. */
  List<AuditEvent> complete() {
    Set<Integer> awaited;
    synchronized (this) {
      read();
      awaited = new HashSet<>(open);
    }
    Await.until(
        "the last audit events of requests " + awaited,
        () -> {
          synchronized (this) {
            read();
            awaited.retainAll(open);
            return awaited.isEmpty();
          }
        });
    synchronized (this) {
      return List.copyOf(events.values());
    }
  }

  private void read() {
    if (!Files.exists(file)) {
      return;
    }
    for (String line : newLines().split("\n")) {
      if (!line.isEmpty()) {
        try {
          add(JSON.readTree(line));
        } catch (JsonProcessingException e) {
          throw new UncheckedIOException("not an audit event: " + line, e);
        }
      }
    }
  }

  /** What was written since the last time, up to the last whole line. */
  private String newLines() {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - offset));
      while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
        // one read may not fill the buffer
      }
      int end = bytes.position();
      while (end > 0 && bytes.get(end - 1) != '\n') {
        end--;
      }
      offset += end;
      return new String(bytes.array(), 0, end, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(JsonNode json) {
    String id = json.path("auditID").asText() + json.path("requestReceivedTimestamp").asText();
    Integer known = numbers.putIfAbsent(id, numbers.size());
    int number = known == null ? numbers.size() - 1 : known;
    events.put(number, event(number, json));
    if (json.path("stage").asText().equals("RequestReceived")) {
      open.add(number);
    } else {
      open.remove(number);
    }
  }

  private static AuditEvent event(int number, JsonNode json) {
    JsonNode object = json.path("objectRef");
    return new AuditEvent(
        number,
        json.path("user").path("username").asText(),
        json.path("userAgent").asText(),
        json.path("verb").asText(),
        new Target(
            object.path("resource").asText(),
            object.path("subresource").asText(),
            object.path("namespace").asText(),
            object.path("name").asText(),
            json.path("requestURI").asText()),
        json.path("responseStatus").path("code").asInt(AuditEvent.NO_RESPONSE),
        json.path("requestObject"));
  }
}
