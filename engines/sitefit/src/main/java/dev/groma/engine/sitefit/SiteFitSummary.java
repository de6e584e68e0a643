package dev.groma.engine.sitefit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers that say what was found; the last three are absent where nothing fits.
 *
 * @param feasible whether the house fits
 * @param placementsCount placements found, at most topK
 * @param bestScore 0 to 1, rounded to 6 places
 * @param rotationDegrees of the best placement, counterclockwise, rounded to 6 places
 * @param clearanceM of the best placement, metres, rounded to 4 places
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteFitSummary(
    boolean feasible,
    int placementsCount,
    @Nullable Double bestScore,
    @Nullable Double rotationDegrees,
    @Nullable Double clearanceM) {}
