package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How messages are received. The bounds are those of SQS. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receive(
    @JsonPropertyDescription(
            "How long a receive call waits for a message, in seconds, 0 to 20. Default: 20.")
        @Min(0) @Max(20) @Nullable Integer waitSeconds,
    @JsonPropertyDescription(
            "How long a received message is hidden from other receivers, in seconds, 10 to 43200."
                + " Default: 300.")
        @Min(10) @Max(43_200) @Nullable Integer visibilitySeconds,
    @JsonPropertyDescription("Messages taken with one receive call, 1 to 10. Default: 10.")
        @Min(1) @Max(10) @Nullable Integer batchSize,
    @JsonPropertyDescription(
            "Messages that one replica of the bridge works on at the same time, 1 to 100. Default:"
                + " 20.")
        @Min(1) @Max(100) @Nullable Integer concurrency) {

  /** Nothing said: the defaults. */
  public static final Receive DEFAULT = new Receive(null, null, null, null);

  /** How long a receive call waits. */
  public Duration longPoll() {
    return Duration.ofSeconds(waitSeconds == null ? 20 : waitSeconds);
  }

  /** How long a received message is hidden. */
  public Duration visibility() {
    return Duration.ofSeconds(visibilitySeconds == null ? 300 : visibilitySeconds);
  }

  /** Messages taken with one call. */
  public int mostPerCall() {
    return batchSize == null ? 10 : batchSize;
  }

  /**
   * Messages worked on at the same time. By default two batches, so that one is received while the
   * other is stored: with ten, a receive call brings five (bench/run bridge).
   */
  public int mostAtOnce() {
    return concurrency == null ? 20 : concurrency;
  }
}
