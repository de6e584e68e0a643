package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.operator.layoutjob.Turns.Place;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** So many at a time, the oldest first. */
class TurnsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = START;
  private final Map<String, Job> cache = new LinkedHashMap<>();
  private final List<String> called = new ArrayList<>();
  private final Set<String> deleted = new HashSet<>();
  private final Turns turns = new Turns(2, () -> now);

  TurnsTest() {
    turns.callBy(job -> called.add(job.getName()));
  }

  @Test
  void so_many_begin_and_no_more() {
    assertThat(take("a")).isTrue();
    assertThat(take("b")).isTrue();
    assertThat(take("c")).isFalse();
  }

  @Test
  void a_job_of_the_cache_is_counted_once() {
    take("a");
    cached("a", false);

    assertThat(take("b")).isTrue();
    assertThat(take("c")).isFalse();
  }

  @Test
  void when_one_ends_the_oldest_that_waits_is_called_and_no_other() {
    take("a");
    take("b");
    take("d");
    take("c");
    cached("a", true);

    look("a");

    assertThat(called).containsExactly("c");
    assertThat(take("d")).as("though it asks first").isFalse();
    assertThat(take("c")).isTrue();
  }

  @Test
  void one_that_does_not_want_any_more_keeps_nobody_waiting() {
    take("a");
    take("b");
    take("c");
    take("d");
    cached("a", true);

    look("c");

    assertThat(called).containsExactly("d");
    assertThat(take("d")).isTrue();
  }

  @Test
  void one_that_was_deleted_while_it_waited_keeps_nobody_waiting() {
    take("a");
    take("b");
    take("c");
    take("d");
    deleted.add("c");
    cached("a", true);

    look("a");

    assertThat(called).containsExactly("d");
    assertThat(take("d")).isTrue();
  }

  @Test
  void nor_does_one_that_is_not_there_any_more() {
    take("a");
    take("b");
    take("c");
    now = now.plus(Turns.PATIENCE).plusSeconds(1);
    cached("a", true);
    cached("b", false);

    assertThat(take("d")).isTrue();
  }

  @Test
  void a_job_that_was_not_created_after_all_gives_its_turn_back() {
    take("a");
    take("b");
    turns.giveBack(id("b"));

    assertThat(take("c")).isTrue();
  }

  @Test
  void a_created_job_that_never_shows_up_is_forgotten() {
    take("a");
    take("b");
    now = now.plus(Turns.CACHE_LAG).plusSeconds(1);

    assertThat(take("c")).isTrue();
  }

  @Test
  void one_that_kueue_holds_is_not_at_work() {
    cache.put("a", job("a").editSpec().withSuspend(true).endSpec().build());

    assertThat(take("b")).isTrue();
    assertThat(take("c")).isTrue();
    assertThat(take("d")).isFalse();
  }

  @Test
  void no_turns_at_all_is_a_mistake() {
    assertThatThrownBy(() -> new Turns(0, () -> now)).hasMessageContaining("at least one turn");
  }

  private boolean take(String name) {
    return turns.take(place(name), id(name), caches());
  }

  private void look(String name) {
    turns.leave(place(name), caches());
  }

  private Turns.Caches caches() {
    return new Turns.Caches() {
      @Override
      public Stream<Job> jobs() {
        return cache.values().stream();
      }

      @Override
      public boolean has(ResourceID layoutJob) {
        return !deleted.contains(layoutJob.getName());
      }
    };
  }

  /** Names are letters, and jobs are as old as they stand in the alphabet. */
  private static Place place(String name) {
    return new Place(START.minusSeconds('z' - name.charAt(0)), id(name));
  }

  private static ResourceID id(String name) {
    return new ResourceID(name, "plans");
  }

  private void cached(String name, boolean complete) {
    JobBuilder job = job(name);
    if (complete) {
      job.withNewStatus()
          .addNewCondition()
          .withType("Complete")
          .withStatus("True")
          .withLastTransitionTime(START.toString())
          .endCondition()
          .endStatus();
    }
    cache.put(name, job.build());
  }

  private static JobBuilder job(String name) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("plans")
        .withUid(name)
        .withCreationTimestamp(START.toString())
        .endMetadata()
        .withNewSpec()
        .endSpec();
  }
}
