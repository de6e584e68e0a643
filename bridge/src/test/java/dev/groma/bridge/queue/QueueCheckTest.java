package dev.groma.bridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.layoutqueue.QueueDepth;
import dev.groma.bridge.QueueSpecs;
import dev.groma.bridge.queue.QueueAttributes.Redrive;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueCheckTest {

  private static final Duration VISIBILITY = Duration.ofSeconds(300);
  private static final Duration RETENTION = Duration.ofDays(4);
  private static final Redrive REDRIVE = new Redrive("arn:aws:sqs:eu:1:dlq", 3);

  private static final LayoutQueueSpec SPEC = QueueSpecs.of("");

  @Test
  void a_queue_as_the_examples_make_it_gives_no_reason_to_warn() {
    assertThat(warnings(VISIBILITY, RETENTION, REDRIVE, "https://sqs/1/dlq")).isEmpty();
  }

  @Test
  void a_queue_without_redrive_policy_and_dead_letters_is_told_so() {
    assertThat(warnings(VISIBILITY, RETENTION, null, null))
        .hasSize(2)
        .anyMatch(it -> it.contains("no redrive policy"))
        .anyMatch(it -> it.contains("no dead-letter queue"));
  }

  @Test
  void too_few_receives_another_visibility_and_a_short_retention_are_told_with_what_to_do() {
    assertThat(
            warnings(
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                new Redrive("arn", 1),
                "https://sqs/1/dlq"))
        .hasSize(3)
        .anyMatch(it -> it.contains("maxReceiveCount of the redrive policy is 1"))
        .anyMatch(it -> it.contains("VisibilityTimeout is 30 s") && it.contains("300 s"))
        .anyMatch(it -> it.contains("kept for 3600 s") && it.contains("345600"));
  }

  private static List<String> warnings(
      Duration visibility, Duration retention, @Nullable Redrive redrive, @Nullable String dlq) {
    return QueueCheck.warnings(
        new QueueAttributes(
            "arn:aws:sqs:eu:1:jobs",
            new QueueDepth(0, 0, 0),
            visibility,
            retention,
            redrive,
            dlq,
            null),
        SPEC);
  }
}
