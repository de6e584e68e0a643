package dev.groma.operator.kubernetes;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.layoutjob.Watchdog;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.processing.Controller;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails liveness when changes are not looked at: a new process looks at everything afresh.
 *
 * <p>Only a replica that leads is to look at them.
 */
@Liveness
@ApplicationScoped
public class ReconcileCheck implements HealthCheck {

  private final Watchdog watchdog;
  private final Operator operator;

  /** Looks by this watchdog, while this operator reconciles. */
  public ReconcileCheck(Watchdog watchdog, Operator operator) {
    this.watchdog = watchdog;
    this.operator = operator;
  }

  @Scheduled(every = "10s")
  void look() {
    if (reconciles()) {
      watchdog.look();
    }
  }

  private boolean reconciles() {
    return operator.getRegisteredControllers().stream()
        .filter(Controller.class::isInstance)
        .map(Controller.class::cast)
        .filter(one -> one.getConfiguration().getResourceClass().equals(LayoutJob.class))
        .anyMatch(one -> one.getEventProcessor().isRunning());
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("reconciles")
        .status(watchdog.isHealthy())
        .withData("oldestUnreconciledSeconds", watchdog.oldestUnreconciled().toSeconds())
        .build();
  }
}
