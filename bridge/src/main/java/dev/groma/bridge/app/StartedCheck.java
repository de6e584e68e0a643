package dev.groma.bridge.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as the bridge has seen what there is: queues that are away do not count. */
@Readiness
@ApplicationScoped
public class StartedCheck implements HealthCheck {

  private final BridgeLife life;

  /** Looks at this bridge. */
  public StartedCheck(BridgeLife life) {
    this.life = life;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("started").status(life.hasStarted()).build();
  }
}
