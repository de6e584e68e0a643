package dev.groma.operator.kubernetes;

import dev.groma.operator.OperatorConfig;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How operators agree on one that works: by a Lease of 15 s that its holder renews every 2 s and
 * gives up after 10 s without success, the SDK's and client-go's defaults. Whoever loses it ends
 * its process, because the SDK cannot be stopped and started again without losing events.
 */
final class Leadership {

  private Leadership() {}

  /**
   * What the SDK is to do; null for nothing.
   *
   * @param host whose operator this is, shown by {@code kubectl get lease}
   */
  static @Nullable LeaderElectionConfiguration of(
      OperatorConfig.LeaderElection settings, @Nullable String host) {
    if (!settings.enabled()) {
      return null;
    }
    // Two processes of one host name are two operators all the same.
    String identity = Objects.requireNonNullElse(host, settings.lease()) + "_" + UUID.randomUUID();
    return new LeaderElectionConfiguration(
        settings.lease(), settings.namespace().orElse(null), identity);
  }
}
