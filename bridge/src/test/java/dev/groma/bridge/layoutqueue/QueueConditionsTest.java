package dev.groma.bridge.layoutqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.reason.QueueReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueConditionsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.5Z");

  @ParameterizedTest
  @EnumSource(QueueReason.class)
  void exactly_one_of_the_kstatus_trio_holds_for_each_reason(QueueReason reason) {
    List<Condition> all = QueueConditions.of(new Situation(reason, "words"), 3, List.of(), NOW);

    assertThat(all)
        .hasSize(4)
        .allMatch(it -> it.reason().equals(reason.name()) && it.observedGeneration() == 3)
        .allMatch(it -> it.message().endsWith("(words)"));
    assertThat(all)
        .filteredOn(it -> Set.of("Ready", "Reconciling", "Stalled").contains(it.type()))
        .filteredOn(it -> it.status().equals("True"))
        .hasSize(1);
  }

  @Test
  void a_time_of_transition_stays_where_the_status_does() {
    List<Condition> before =
        QueueConditions.of(new Situation(QueueReason.Receiving, ""), 1, List.of(), NOW);

    List<Condition> after =
        QueueConditions.of(
            new Situation(QueueReason.QueueSuspended, ""), 2, before, NOW.plusSeconds(60));

    assertThat(after)
        .extracting(it -> it.type() + " " + it.status() + " " + it.lastTransitionTime())
        .containsExactlyInAnyOrder(
            "Receiving False 2026-11-25T12:01:00Z",
            "Ready True 2026-11-25T12:00:00Z",
            "Reconciling False 2026-11-25T12:00:00Z",
            "Stalled False 2026-11-25T12:00:00Z");
  }
}
