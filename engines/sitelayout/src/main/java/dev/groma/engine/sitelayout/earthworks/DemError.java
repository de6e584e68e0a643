package dev.groma.engine.sitelayout.earthworks;

/**
 * What the elevation model does not know, and what that means for a volume.
 *
 * <p>Errors of neighbouring elevations are alike up to some distance and independent beyond, so an
 * area holds about area / distance^2 independent errors (at least one), and the error of its volume
 * is sigma_V = A sigma / sqrt(n). An error that the whole model shares (a wrong datum) shifts pads
 * and ground alike and moves no earth.
 *
 * @param sigma standard deviation of an elevation, in metres, at least 0
 * @param correlation distance up to which errors are alike, in metres, above 0
 */
public record DemError(double sigma, double correlation) {

  /** Share of a volume above which its error is worth a warning. */
  public static final double WORTH_A_WARNING = 0.3;

  public DemError {
    if (!(sigma >= 0 && correlation > 0 && Double.isFinite(sigma + correlation))) {
      throw new IllegalArgumentException(
          "no error model: sigma " + sigma + " m, correlation " + correlation + " m");
    }
  }

  /** Independent errors in an area of so many square metres. */
  public double independent(double area) {
    return Math.max(1, area / (correlation * correlation));
  }

  /** Standard deviation of a volume over an area of so many square metres, in cubic metres. */
  public double sigmaVolume(double area) {
    return area * sigma / Math.sqrt(independent(area));
  }

  /** Whether the error exceeds what the volumes mean. */
  public static boolean isWorthAWarning(double sigmaVolume, CutFill volumes) {
    double larger = Math.max(volumes.cut(), volumes.fill());
    return larger > 0 && sigmaVolume > WORTH_A_WARNING * larger;
  }
}
