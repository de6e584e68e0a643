package dev.groma.operator.layoutjob;

import static dev.groma.operator.life.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change that nobody looks at is noticed. */
class WatchdogTest {

  private final List<LayoutJob> jobs = new ArrayList<>();
  private Instant now = START;
  private final Watchdog watchdog = new Watchdog(() -> now);

  @BeforeEach
  void watch() {
    watchdog.watch(new ListCache(jobs));
  }

  @Test
  void before_it_has_a_cache_all_is_well() {
    Watchdog idle = new Watchdog(() -> now);
    idle.look();

    assertThat(idle.isHealthy()).isTrue();
  }

  @Test
  void a_change_that_was_looked_at_is_fine_for_ever() {
    jobs.add(job("a", 1));
    lookAt(0);
    watchdog.reconciled(jobs.getFirst());
    lookAt(3_600);

    assertThat(watchdog.oldestUnreconciled()).isZero();
    assertThat(watchdog.isHealthy()).isTrue();
  }

  @Test
  void one_that_was_not_is_put_up_with_for_a_minute() {
    jobs.add(job("a", 1));
    lookAt(10);
    lookAt(70);
    assertThat(watchdog.isHealthy()).isTrue();
    lookAt(71);

    assertThat(watchdog.isHealthy()).isFalse();
    assertThat(watchdog.oldestUnreconciled()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void a_new_generation_is_a_new_change() {
    jobs.add(job("a", 1));
    lookAt(0);
    watchdog.reconciled(jobs.getFirst());
    jobs.set(0, job("a", 2));
    lookAt(100);
    lookAt(161);

    assertThat(watchdog.oldestUnreconciled()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void a_reconcile_of_an_older_generation_does_not_count() {
    jobs.add(job("a", 2));
    lookAt(0);
    watchdog.reconciled(job("a", 1));
    lookAt(61);

    assertThat(watchdog.isHealthy()).isFalse();
  }

  @Test
  void the_oldest_change_counts() {
    jobs.add(job("a", 1));
    lookAt(0);
    jobs.add(job("b", 1));
    lookAt(30);
    watchdog.reconciled(jobs.getFirst());
    lookAt(50);

    assertThat(watchdog.oldestUnreconciled()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void a_job_that_is_gone_or_going_is_not_missed() {
    jobs.add(job("a", 1));
    jobs.add(job("b", 1));
    lookAt(0);
    jobs.removeFirst();
    jobs.getFirst().getMetadata().setDeletionTimestamp(START.toString());
    lookAt(600);

    assertThat(watchdog.isHealthy()).isTrue();
  }

  private void lookAt(long seconds) {
    now = START.plusSeconds(seconds);
    watchdog.look();
  }

  private static LayoutJob job(String uid, long generation) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("plans")
            .withName(uid)
            .withUid(uid)
            .withGeneration(generation)
            .build());
    return job;
  }
}
