package dev.groma.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.store.Storing;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger in a real API server; the time is the test's. */
@ClusterTest
class LedgerTest {

  private static final String ARN = "arn:aws:sqs:eu-central-1:123456789012:jobs";
  private static final String HASH = "ab".repeat(32);
  private static final JobKey FLAT = new JobKey("plans", "lj-flat");

  private ControlPlane cluster;
  private String namespace;
  private Instant now = Instant.parse("2026-11-25T23:55:00Z");

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    this.cluster = cluster;
    this.namespace = namespace.name();
  }

  @Test
  void what_one_bridge_writes_another_sees_at_its_next_look() throws TroubledException {
    ApiLedger writer = ledger();
    ApiLedger reader = ledger();
    assertThat(reader.look(Duration.ZERO).isSameContent(FLAT, HASH)).isEmpty();

    writer.write(List.of(Tombstone.of(FLAT, HASH)));

    assertThat(reader.look(Duration.ZERO).isSameContent(FLAT, HASH)).contains(true);
    assertThat(reader.look(Duration.ZERO).isSameContent(FLAT, "cd".repeat(32))).contains(false);
    assertThat(reader.look(Duration.ZERO).writtenAt(FLAT)).contains(now);
  }

  @Test
  void a_look_may_be_shared_for_as_long_as_the_asker_allows() throws TroubledException {
    ApiLedger reader = ledger();
    reader.look(Duration.ZERO);
    ledger().write(List.of(Tombstone.of(FLAT, HASH)));

    now = now.plusSeconds(5);
    assertThat(reader.look(Duration.ofSeconds(5)).isSameContent(FLAT, HASH)).isEmpty();
    now = now.plusSeconds(1);
    assertThat(reader.look(Duration.ofSeconds(5)).isSameContent(FLAT, HASH)).contains(true);
  }

  @Test
  void a_page_that_is_full_is_followed_by_another_and_a_day_by_a_day() throws TroubledException {
    ApiLedger ledger = ledger();
    ledger.write(tombstones(0, Ledger.MOST));
    ledger.write(tombstones(Ledger.MOST, Ledger.MOST + 1));
    now = now.plusSeconds(600);
    ledger.write(tombstones(Ledger.MOST + 1, Ledger.MOST + 2));

    assertThat(pages())
        .extracting(map -> map.getMetadata().getName().replaceFirst(".*-(\\d+-\\d+)", "$1"))
        .containsExactlyInAnyOrder("20261125-0", "20261125-1", "20261126-0");
    Ledger.Pages look = ledger().look(Duration.ZERO);
    for (int number : List.of(0, Ledger.MOST - 1, Ledger.MOST, Ledger.MOST + 1)) {
      assertThat(look.isSameContent(new JobKey("plans", "lj-" + number), HASH)).contains(true);
    }
  }

  @Test
  void a_page_goes_when_no_message_of_its_day_can_be_left() throws TroubledException {
    ApiLedger ledger = ledger();
    ledger.write(List.of(Tombstone.of(FLAT, HASH)));

    now = Instant.parse("2026-12-10T23:59:59Z");
    ledger.expire();
    assertThat(pages()).hasSize(1);
    now = now.plusSeconds(1);
    ledger.expire();

    assertThat(pages()).isEmpty();
  }

  @Test
  void two_that_believe_to_lead_lose_no_tombstone() throws TroubledException {
    ApiLedger one = ledger();
    ApiLedger other = ledger();
    List<Thread> threads = new ArrayList<>();
    for (ApiLedger ledger : List.of(one, other)) {
      int first = threads.size() * 20;
      threads.add(
          Thread.ofVirtual()
              .start(() ->
                  IntStream.range(first, first + 20).forEach(number -> insist(ledger, number))));
    }
    threads.forEach(LedgerTest::join);

    Ledger.Pages look = ledger().look(Duration.ZERO);
    assertThat(IntStream.range(0, 40))
        .allMatch(it -> look.writtenAt(new JobKey("plans", "lj-" + it)).isPresent());
  }

  @Test
  void a_job_whose_time_is_over_is_buried_first_and_deleted_ten_minutes_later()
      throws TroubledException {
    List<JobKey> deleted = new ArrayList<>();
    Sweeper sweeper = new Sweeper(ledger(), job -> deleted.add(job.key()), () -> now);
    Instant due = now.plusSeconds(60);
    List<Sweeper.Candidate> ended =
        List.of(
            new Sweeper.Candidate(new Sweep.Ended(FLAT, due, true), HASH, "uid", "1"),
            new Sweeper.Candidate(
                new Sweep.Ended(new JobKey("plans", "lj-untold"), due, false), HASH, "uid", "1"));

    sweeper.sweep(ended);
    assertThat(pages()).isEmpty();
    now = due;
    sweeper.sweep(ended);
    assertThat(ledger().look(Duration.ZERO).writtenAt(FLAT)).contains(due);
    now = due.plus(Storing.SETTLING).minusSeconds(1);
    sweeper.sweep(ended);
    assertThat(deleted).isEmpty();
    now = due.plus(Storing.SETTLING);
    sweeper.sweep(ended);

    assertThat(deleted).containsExactly(FLAT);
    assertThat(ledger().look(Duration.ZERO).writtenAt(new JobKey("plans", "lj-untold"))).isEmpty();
  }

  @Test
  void jobs_that_somebody_else_deleted_are_remembered_with_one_write_and_once()
      throws TroubledException {
    Sweeper sweeper = new Sweeper(ledger(), job -> {}, () -> now);
    List<Sweeper.Gone> gone =
        IntStream.range(0, 100)
            .mapToObj(number -> new Sweeper.Gone(new JobKey("plans", "lj-" + number), HASH))
            .toList();

    sweeper.bury(gone);
    String version = pages().getFirst().getMetadata().getResourceVersion();
    sweeper.bury(gone);

    Ledger.Pages look = ledger().look(Duration.ZERO);
    assertThat(gone).allMatch(job -> look.writtenAt(job.key()).isPresent());
    assertThat(pages().getFirst().getMetadata().getResourceVersion()).isEqualTo(version);
  }

  @Test
  void a_ledger_that_may_not_be_read_is_a_trouble_and_no_empty_ledger() {
    ApiLedger forbidden =
        new ApiLedger(
            cluster.kubeconfigOfUser("nobody").newClient("test"), namespace, ARN, () -> now);

    assertThatThrownBy(() -> forbidden.look(Duration.ZERO)).isInstanceOf(TroubledException.class);
  }

  private ApiLedger ledger() {
    return new ApiLedger(cluster.client(), namespace, ARN, () -> now);
  }

  private List<ConfigMap> pages() {
    return cluster
        .client()
        .configMaps()
        .inNamespace(namespace)
        .withLabel("groma.dev/ledger")
        .list()
        .getItems();
  }

  private static List<Tombstone> tombstones(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> Tombstone.of(new JobKey("plans", "lj-" + number), HASH))
        .toList();
  }

  private static void insist(ApiLedger ledger, int number) {
    while (true) {
      try {
        ledger.write(List.of(Tombstone.of(new JobKey("plans", "lj-" + number), HASH)));
        return;
      } catch (TroubledException conflict) {
        Thread.onSpinWait();
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
