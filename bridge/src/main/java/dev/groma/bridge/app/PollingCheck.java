package dev.groma.bridge.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails liveness when receive calls do not come back, with messages, without, or with an error: SQS
 * that is away, or an API server that is, is no reason to start anew.
 */
@Liveness
@ApplicationScoped
public class PollingCheck implements HealthCheck {

  private final BridgeLife life;
  private final BridgeConfig settings;

  /** Looks at this bridge. */
  public PollingCheck(BridgeLife life, BridgeConfig settings) {
    this.life = life;
    this.settings = settings;
  }

  @Override
  public HealthCheckResponse call() {
    List<String> stuck = life.stuck(settings.stuckAfter());
    return HealthCheckResponse.named("polls")
        .status(stuck.isEmpty())
        .withData("stuck", String.join(", ", stuck))
        .build();
  }
}
