package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.life.Timing;
import dev.groma.operator.telemetry.LogContext;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.MaxReconciliationInterval;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the SDK calls the operator: observe, decide, act, report.
 *
 * <p>Only changes of a spec (and of Jobs and Pods) call it; the SDK can lose a change of labels or
 * annotations, so nothing may depend on one.
 */
@ControllerConfiguration(
    name = LayoutJobReconciler.NAME,
    fieldManager = LayoutJobReconciler.FIELD_MANAGER,
    informer = @Informer(informerListLimit = AttemptSources.LIST_LIMIT),
    maxReconciliationInterval =
        @MaxReconciliationInterval(interval = Constants.NO_MAX_RECONCILIATION_INTERVAL))
@GradualRetry(
    // The first interval is in application.properties.
    maxAttempts = -1,
    intervalMultiplier = 2,
    maxInterval = LayoutJobReconciler.RETRY_MAX_MILLIS)
public class LayoutJobReconciler implements Reconciler<LayoutJob> {

  /** The controller's name in metrics and health. */
  public static final String NAME = "layoutjob";

  /** After an outage of any length every job is looked at within this time. Chosen. */
  static final long RETRY_MAX_MILLIS = 10_000;

  /** The owner of the status' fields. */
  public static final String FIELD_MANAGER = "groma-operator";

  private final Clusters clusters;
  private final Reconcile reconcile;
  private final Watchdog watchdog;
  private final OperatorMetrics metrics;

  /** Reconciles in the clusters that are given. */
  public LayoutJobReconciler(
      Clusters clusters,
      Watchdog watchdog,
      OperatorMetrics metrics,
      Timing timing,
      InstantSource clock) {
    this.clusters = clusters;
    this.reconcile = new Reconcile(clusters.defaults(), timing, metrics, clock);
    this.watchdog = watchdog;
    this.metrics = metrics;
  }

  @Override
  public List<EventSource<?, LayoutJob>> prepareEventSources(
      EventSourceContext<LayoutJob> context) {
    context.getPrimaryCache().addIndexer(ReusableAnswers.INDEX, ReusableAnswers::keys);
    watchdog.watch(context.getPrimaryCache());
    SimpleInboundEventSource<LayoutJob> calls = new SimpleInboundEventSource<>("turns");
    clusters.turns().callBy(calls::propagateEvent);
    return Stream.concat(AttemptSources.of(context).stream(), Stream.of(calls)).toList();
  }

  /** Throws whatever went wrong as an Exception: an Error would stop this job for good. */
  @Override
  public UpdateControl<LayoutJob> reconcile(LayoutJob primary, Context<LayoutJob> context)
      throws Exception {
    try (LogContext open = LogContext.of(primary)) {
      Next next = reconcile.once(clusters.of(primary, context));
      watchdog.reconciled(primary);
      return next.toUpdateControl();
    } catch (Throwable t) {
      metrics.failed();
      throw t instanceof Exception e ? e : new IllegalStateException("a fault in the operator", t);
    }
  }
}
