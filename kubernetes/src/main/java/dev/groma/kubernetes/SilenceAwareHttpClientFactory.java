package dev.groma.kubernetes;

import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;

/**
 * Makes HTTP clients that take a silent connection for dead.
 *
 * <p>The client sends no pings, so without this a watch whose packets vanish (a load balancer that
 * forgot it, a node that lost its network) looks alive until the client's own limit of ten minutes.
 * The API server sends a bookmark down every watch about once a minute; only a dead one is silent
 * for longer.
 */
public final class SilenceAwareHttpClientFactory extends VertxHttpClientFactory {

  private final Duration readIdleTimeout;

  /**
   * A factory of its own settings.
   *
   * @param vertx that runs the connections; the caller closes it
   * @param readIdleTimeout longest silence of a live connection, at least a second
   */
  public SilenceAwareHttpClientFactory(Vertx vertx, Duration readIdleTimeout) {
    super(vertx);
    if (readIdleTimeout.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "groma.api.read-idle-timeout must be at least 1s, was " + readIdleTimeout);
    }
    this.readIdleTimeout = readIdleTimeout;
  }

  @Override
  protected void additionalConfig(WebClientOptions options) {
    // In the unit that the builder has set: seconds.
    options.setReadIdleTimeout(Math.toIntExact(readIdleTimeout.toSeconds()));
  }
}
