package dev.groma.operator.life;

import static dev.groma.api.layoutjob.InputSource.INLINE_TOTAL_MAX_BYTES;
import static dev.groma.operator.life.Row.row;
import static dev.groma.operator.life.World.empty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.operator.LayoutJobs;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which jobs get a runner at all. */
class FirstAttemptTest {

  static Stream<Row> rows() {
    return Stream.of(
        row("a new job gets its Job", empty(), 0, "create the Job of attempt 1"),
        row("after a live look too", empty().live(), 0, "create the Job of attempt 1"),
        row(
            "a job whose Job could not be created before gets it now",
            empty()
                .recorded(
                    new JobState.Queued(
                        Reason.QuotaExceeded, "quota", new Runner(null, null, null, 1))),
            60,
            "create the Job of attempt 1"),
        row(
            "an inline input that is too long ends the job without a Job",
            empty().spec(LayoutJobs.inline("x".repeat(InputSource.INLINE_MAX_BYTES + 1))),
            0,
            "attempt 1 failed: InputTooLarge"),
        row(
            "one of exactly the limit is run",
            empty().spec(LayoutJobs.inline("x".repeat(InputSource.INLINE_MAX_BYTES))),
            0,
            "create the Job of attempt 1"),
        row(
            "its length counts in bytes of UTF-8",
            empty().spec(LayoutJobs.inline("é".repeat(InputSource.INLINE_MAX_BYTES / 2 + 1))),
            0,
            "attempt 1 failed: InputTooLarge"),
        row(
            "two that are too long together end it too",
            empty().spec(fit(INLINE_TOTAL_MAX_BYTES / 2, INLINE_TOTAL_MAX_BYTES / 2 + 1)),
            0,
            "attempt 1 failed: InputTooLarge"),
        row(
            "two of exactly the limit are run",
            empty().spec(fit(INLINE_TOTAL_MAX_BYTES / 2, INLINE_TOTAL_MAX_BYTES / 2)),
            0,
            "create the Job of attempt 1"));
  }

  /** A house on a parcel, both inline and so long. */
  private static LayoutJobSpec fit(int parcel, int house) {
    return LayoutJobs.read(
        "siteFit: {parcel: {inline: '%s'}, house: {inline: '%s'}}"
            .formatted("p".repeat(parcel), "h".repeat(house)));
  }

  static Stream<Row> misfits() {
    return Stream.of(
        row(
            "a spec that does not fit ends the job",
            empty().spec(LayoutJobSpec.unreadable("walls: not a string")),
            0,
            "attempt 1 failed: Unreadable"),
        row("so does no spec", empty().spec(none()), 0, "attempt 1 failed: Unreadable"),
        row(
            "and an engine of another version",
            empty().spec(LayoutJobs.read("correlationId: order-17")),
            0,
            "attempt 1 failed: Unreadable"),
        row(
            "and an input without a source",
            empty().spec(LayoutJobs.read("roomDetection: {walls: {}}")),
            0,
            "attempt 1 failed: Unreadable"),
        row(
            "and an input with two",
            empty()
                .spec(
                    LayoutJobs.read(
                        "roomDetection: {walls: {inline: a, configMap: {name: b, key: c}}}")),
            0,
            "attempt 1 failed: Unreadable"),
        row(
            "and no input",
            empty().spec(LayoutJobs.read("roomDetection: {}")),
            0,
            "attempt 1 failed: Unreadable"),
        row(
            "and an output without a sink",
            empty().spec("output: {}"),
            0,
            "attempt 1 failed: Unreadable"),
        row(
            "a status that does not fit sets the object aside",
            empty().recorded(LayoutJobStatus.unreadable("phase: Paused")),
            0,
            "set aside"),
        row(
            "even where the spec does not fit either",
            empty()
                .spec(LayoutJobSpec.unreadable("walls"))
                .recorded(LayoutJobStatus.unreadable("phase: Paused")),
            0,
            "set aside"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"rows", "misfits"})
  void decides(Row row) {
    row.check();
  }

  @Test
  void inputs_that_are_too_long_together_are_named_with_their_lengths() {
    assertThat(empty().spec(fit(150_000, 100_000)).decide(0))
        .extracting("state.message")
        .asString()
        .contains("parcel (150000), house (100000)", "together 250000 bytes", "ConfigMap, S3");
  }

  private static @Nullable LayoutJobSpec none() {
    return null;
  }
}
