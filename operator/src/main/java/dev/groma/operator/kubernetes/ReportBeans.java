package dev.groma.operator.kubernetes;

import dev.groma.operator.OperatorConfig;
import dev.groma.operator.attempt.ReportAccess;
import dev.groma.operator.report.ReportSettings;
import dev.groma.operator.report.RunningReports;
import dev.groma.operator.report.admission.CachedObjects;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The report endpoint as a part of the operator. */
@ApplicationScoped
public class ReportBeans {

  private static final Logger LOG = LoggerFactory.getLogger(ReportBeans.class);

  /** Whoever makes Pods needs its address, so it runs before the first of them is made. */
  @Produces
  @Singleton
  RunningReports reports(
      OperatorConfig settings,
      Vertx vertx,
      KubernetesClient client,
      Instance<Operator> operator,
      OperatorMetrics metrics,
      InstantSource clock) {
    return RunningReports.start(
        ReportSettings.of(settings.report(), ReportSettings.NAMESPACE_FILE),
        vertx,
        client,
        new CachedObjects(operator::get),
        metrics,
        clock);
  }

  void stop(@Disposes RunningReports reports) {
    reports.close();
  }

  @Produces
  @Singleton
  Supplier<ReportAccess> access(RunningReports reports) {
    return reports::access;
  }

  void start(@Observes StartupEvent event, RunningReports reports) {
    LOG.info("runners report to {}", reports.access().url());
  }
}
