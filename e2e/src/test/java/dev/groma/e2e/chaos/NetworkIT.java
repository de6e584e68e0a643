package dev.groma.e2e.chaos;

import static dev.groma.cluster.faults.ApiRequests.any;
import static dev.groma.cluster.faults.ApiRequests.watches;
import static dev.groma.cluster.faults.ApiRequests.writes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.faults.SilentProxy;
import dev.groma.cluster.faults.Turns;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** The network between operator and API server, and an API server that has too much to do. */
class NetworkIT extends ArenaTest {

  private static final int JOBS = 10;

  @BeforeEach
  void runnersSucceed() {
    arena.pods.otherwise().thenEach(LastWords::runAndSucceed);
  }

  @Proof(promise = Promise.NETWORK, fault = "every request answered 503, then 429, then 500")
  void jobs_outlive_refusals(Finding finding) {
    arena.start();
    int refused = 0;
    for (Fault fault :
        new Fault[] {Fault.unavailable(), Fault.tooManyRequests(), Fault.internalError()}) {
      String batch = "refused-" + ((Fault.Refuse) fault).code();
      try (Injection refusing = arena.proxy.inject(any(), fault)) {
        submit(batch);
        refusing.await();
        refused += refusing.struck().size();
      }
      checkAll();
    }
    finding.says("%d jobs, all succeeded, one Job each", 3 * JOBS);
    assertThat(refused).isPositive();
  }

  @Proof(
      promise = Promise.NETWORK,
      fault = "watches cut, their resumption answered 410 Gone, changes meanwhile")
  void jobs_outlive_watches_that_expire(Finding finding) {
    arena.start();
    submit("before");
    checkAll();
    Injection expired = arena.proxy.inject(watches(), Turns.upTo(6), Fault.expired());

    arena.proxy.cutWatches();
    submit("blind");

    checkAll();
    assertThat(expired.struck()).isNotEmpty();
    finding.says("%d jobs, all succeeded, one Job each", 2 * JOBS);
  }

  @Proof(
      promise = Promise.NETWORK,
      fault = "30 s of latency on every write, applied after the client has given up")
  void jobs_outlive_late_writes(Finding finding) {
    arena.start();
    try (Injection late = arena.proxy.inject(writes(), Fault.delay(Duration.ofSeconds(30)))) {
      submit("late");
      late.await();
      Await.until(
          "the late Jobs",
          () -> arena.all().stream().noneMatch(job -> arena.jobs.of(job).isEmpty()));
    }
    checkAll();
    finding.says("%d jobs, all succeeded, one Job each", JOBS);
  }

  @Proof(promise = Promise.NETWORK, fault = "every open connection turns into a black hole")
  void jobs_outlive_a_black_hole(Finding finding) throws IOException {
    AtomicLong silentBefore = new AtomicLong(Long.MIN_VALUE);
    int port = URI.create(arena.cluster.server()).getPort();
    try (SilentProxy proxy = new SilentProxy(port, silentBefore::get)) {
      Kubeconfig through = arena.settings().kubeconfig().at("https://127.0.0.1:" + proxy.port());
      arena.start(arena.settings().through(through).with("GROMA_API_READ_IDLE_TIMEOUT", "2s"));
      submit("before");
      checkAll();

      silentBefore.set(System.nanoTime());
      submit("swallowed");

      checkAll();
      finding.says("%d jobs, all succeeded, one Job each", 2 * JOBS);
    }
  }

  private void submit(String name) {
    IntStream.range(0, JOBS).forEach(i -> arena.submit(name + "-" + i));
  }

  private void checkAll() {
    arena.awaitAllEnds();
    assertThat(arena.all())
        .allSatisfy(job -> {
          assertThat(job.getStatus().phase()).isEqualTo(Phase.SUCCEEDED);
          arena.jobs.assertOneForEachAttempt(job, 1);
        });
  }
}
