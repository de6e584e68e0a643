package dev.groma.e2e.chaos;

import static dev.groma.cluster.scripted.PodMatchers.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.await.Await;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The API server and etcd go away under load, and runners end while nobody can be told. */
class OutageIT {

  private static final int JOBS = 30;

  private static ControlPlane cluster;

  private Arena arena;

  @BeforeAll
  static void startCluster() {
    Path crds = Path.of(System.getProperty("groma.root"), "crds");
    cluster = ControlPlane.start(ControlPlaneOptions.defaults().withCrds(crds));
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @BeforeEach
  void prepare() {
    arena = new Arena(cluster, cluster.createNamespace("outage"));
    arena.start();
  }

  @AfterEach
  void end() {
    arena.close();
  }

  @Proof(promise = Promise.OUTAGE, fault = "kill -9 of the API server, runners end meanwhile")
  void jobs_outlive_the_api_server(Finding finding) {
    outlive(finding, cluster::killApiServer, cluster::startApiServer);
  }

  @Proof(promise = Promise.OUTAGE, fault = "etcd stopped and started, runners end meanwhile")
  void jobs_outlive_etcd(Finding finding) {
    outlive(finding, cluster::stopEtcd, cluster::startEtcd);
  }

  @Proof(promise = Promise.OUTAGE, fault = "API server away while the operator is killed")
  void jobs_outlive_both_at_once(Finding finding) {
    outlive(
        finding,
        () -> {
          cluster.stopApiServer();
          arena.killOperators();
        },
        () -> {
          cluster.startApiServer();
          arena.start();
        });
  }

  /** A third of the jobs run, a third has just been submitted, a third comes afterwards. */
  private void outlive(Finding finding, Runnable breakIt, Runnable mendIt) {
    List<LayoutJob> jobs = new ArrayList<>(submit("running"));
    jobs.forEach(
        job -> arena.await(job.getMetadata().getName(), status -> status.phase() == Phase.RUNNING));
    arena.pods.otherwise().thenEach(LastWords::runAndSucceed);
    jobs.addAll(submit("fresh"));

    breakIt.run();
    CompletableFuture<Void> told =
        CompletableFuture.runAsync(
            () -> arena.pods.now(any()).thenEach(pod -> List.of(LastWords.success(pod))));
    mendIt.run();

    jobs.addAll(submit("later"));
    arena.awaitAllEnds();
    told.join();
    assertThat(arena.all())
        .hasSize(JOBS)
        .allSatisfy(job -> assertThat(job.getStatus().phase()).isEqualTo(Phase.SUCCEEDED))
        .allSatisfy(job -> assertThat(job.getStatus().attempts()).isEqualTo(1));
    Await.until(
        "the watch of the test to have caught up",
        () -> jobs.stream().allMatch(job -> arena.jobs.of(job).size() == 1));
    finding.says("%d jobs of %d succeeded, one Job each", jobs.size(), JOBS);
  }

  private List<LayoutJob> submit(String name) {
    return IntStream.range(0, JOBS / 3).mapToObj(i -> arena.submit(name + "-" + i)).toList();
  }
}
