package dev.groma.engine.sitefit;

import dev.groma.engine.ring.SoundPolygon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param placements best first; empty where nothing fits
 * @param infeasible why nothing fits; null where something does
 * @param site what was asked
 * @param buildable what the setbacks leave, without tolerance: for drawing
 * @param rotationsTried grid and critical angles
 */
public record Fit(
    List<Placement> placements,
    @Nullable Infeasible infeasible,
    Site site,
    List<SoundPolygon> buildable,
    int rotationsTried) {

  public Fit {
    placements = List.copyOf(placements);
    buildable = List.copyOf(buildable);
    if (placements.isEmpty() != (infeasible != null)) {
      throw new IllegalArgumentException("either placements or the reason why there are none");
    }
  }
}
