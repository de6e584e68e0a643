package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a LayoutJob is to be looked at again if no event comes first.
 *
 * @param within this time; null for never
 */
public record Next(@Nullable Duration within) {

  /** The shortest wait that the SDK takes for one. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  static Next never() {
    return new Next(null);
  }

  static Next atOnce() {
    return new Next(SHORTEST);
  }

  static Next within(Duration time) {
    return new Next(time.compareTo(SHORTEST) < 0 ? SHORTEST : time);
  }

  UpdateControl<LayoutJob> toUpdateControl() {
    UpdateControl<LayoutJob> nothing = UpdateControl.noUpdate();
    return within == null ? nothing : nothing.rescheduleAfter(within);
  }
}
