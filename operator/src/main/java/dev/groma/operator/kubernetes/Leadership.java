package dev.groma.operator.kubernetes;

import dev.groma.kubernetes.LeaseHolder;
import dev.groma.operator.OperatorConfig;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How operators agree on one that works: by a Lease of 15 s that its holder renews every 2 s and
 * gives up after 10 s without success, the SDK's and client-go's defaults. Whoever loses it ends
 * its process, because the SDK cannot be stopped and started again without losing events; whoever
 * is told to stop gives it back when its last reconcile is through, so that nobody waits for it to
 * run out.
 */
@Singleton
class Leadership {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  private final KubernetesClient client;
  private final OperatorConfig.LeaderElection settings;
  private final String identity;
  private volatile boolean stopping;

  Leadership(KubernetesClient client, OperatorConfig settings) {
    this.client = client;
    this.settings = settings.leaderElection();
    this.identity = LeaseHolder.ofThisProcess(this.settings.lease());
  }

  /** What the SDK is to do; null for nothing. */
  @Nullable LeaderElectionConfiguration configuration() {
    if (!settings.enabled()) {
      return null;
    }
    // The SDK itself would end the process by System.exit in the thread that stops it, which waits
    // for that thread: a leader that is told to stop would hang until it is killed.
    boolean exitOnStopLeading = false;
    return new LeaderElectionConfiguration(
        settings.lease(),
        settings.namespace().orElse(null),
        LeaderElectionConfiguration.LEASE_DURATION_DEFAULT_VALUE,
        LeaderElectionConfiguration.RENEW_DEADLINE_DEFAULT_VALUE,
        LeaderElectionConfiguration.RETRY_PERIOD_DEFAULT_VALUE,
        identity,
        new LeaderCallbacks(() -> {}, this::end, leader -> {}),
        exitOnStopLeading);
  }

  /** Ahead of the SDK, which stops its controllers on the same event and leads no more then. */
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopping = true;
  }

  private void end() {
    if (stopping) {
      giveBack();
    } else {
      LOG.error("this operator has lost its Lease and ends");
      Quarkus.asyncExit(1);
    }
  }

  private void giveBack() {
    Resource<Lease> resource =
        client
            .leases()
            .inNamespace(settings.namespace().orElse(client.getNamespace()))
            .withName(settings.lease());
    try {
      Lease lease = resource.get();
      if (lease != null && identity.equals(lease.getSpec().getHolderIdentity())) {
        lease.getSpec().setHolderIdentity(null);
        client.resource(lease).update();
      }
    } catch (KubernetesClientException e) {
      LOG.warn("the Lease could not be given back, and runs out by itself", e);
    }
  }
}
