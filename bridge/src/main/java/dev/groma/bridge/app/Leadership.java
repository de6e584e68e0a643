package dev.groma.bridge.app;

import dev.groma.kubernetes.LeaseHolder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How bridges agree on one that leads: by a Lease of 15 s that its holder renews every 2 s and
 * gives up after 10 s without success, client-go's defaults. Two that believe to lead for a moment
 * do no harm: the ledger is written on the version that was read, a job is deleted as it was seen,
 * and an end that is told twice has one id.
 */
final class Leadership implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  private static final Duration RETRY = Duration.ofSeconds(2);

  private volatile boolean leads;
  private volatile boolean closed;
  private @Nullable CompletableFuture<?> election;

  private Leadership(boolean leads) {
    this.leads = leads;
  }

  /** Takes part in the election, or leads where there is none. */
  static Leadership of(BridgeConfig.LeaderElection settings, KubernetesClient client) {
    if (!settings.enabled()) {
      return new Leadership(true);
    }
    Leadership leadership = new Leadership(false);
    String identity = LeaseHolder.ofThisProcess(settings.lease());
    String namespace =
        settings
            .namespace()
            .or(() -> Optional.ofNullable(client.getNamespace()))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "groma.leader-election.namespace is needed outside of a Pod"));
    leadership.takePart(() ->
        client
            .leaderElector()
            .withConfig(
                new LeaderElectionConfigBuilder()
                    .withName(settings.lease())
                    .withLock(new LeaseLock(namespace, settings.lease(), identity))
                    .withLeaseDuration(Duration.ofSeconds(15))
                    .withRenewDeadline(Duration.ofSeconds(10))
                    .withRetryPeriod(RETRY)
                    .withReleaseOnCancel(true)
                    .withLeaderCallbacks(
                        new LeaderCallbacks(leadership::begin, leadership::end, leader -> {}))
                    .build())
            .build());
    return leadership;
  }

  /** Whoever loses the Lease stands for it again, with another elector: each is for one time. */
  private synchronized void takePart(Supplier<LeaderElector> elector) {
    if (closed) {
      return;
    }
    CompletableFuture<?> round = elector.get().start();
    election = round;
    round.whenCompleteAsync(
        (ended, error) -> takePart(elector),
        CompletableFuture.delayedExecutor(RETRY.toSeconds(), TimeUnit.SECONDS));
  }

  private void begin() {
    leads = true;
    LOG.info("this bridge leads");
  }

  private void end() {
    leads = false;
    LOG.info("this bridge leads no more");
  }

  boolean leads() {
    return leads;
  }

  @Override
  public void close() {
    CompletableFuture<?> round;
    synchronized (this) {
      closed = true;
      round = election;
    }
    if (round != null) {
      round.cancel(true);
    }
  }
}
