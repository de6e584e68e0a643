package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.crs.Position;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Chooses the coordinate system in which everything is measured. */
final class FrameChoice {

  /** A CRS whose metres are wrong by more than this is no CRS for volumes: 0.1 % is UTM's own. */
  private static final double SCALE_TOLERANCE = 0.0015;

  private FrameChoice() {}

  /**
   * The CRS asked for, else the model's or the map's where its metres are metres, else UTM.
   *
   * @param asked for, or null
   * @param model the elevation model's, null where there is none
   * @param middle of the site, in the map's CRS
   */
  static LocalFrame of(@Nullable String asked, Crs map, @Nullable Crs model, Coordinate middle)
      throws BadInputException {
    LonLat centre = wgs84(map, middle);
    Crs crs;
    if (asked != null) {
      crs = CrsByCode.of("workingCrs", asked);
      if (!isForVolumes(crs, centre)) {
        throw new BadInputException(
            Problem.at(
                "workingCrs",
                crs.code()
                    + " cannot be used to measure here: its unit is not a metre on the ground"
                    + " within 0.15 %; leave it out, or take "
                    + Crs.utmCode(centre)));
      }
    } else if (model != null && isForVolumes(model, centre)) {
      crs = model;
    } else if (model == null && isForVolumes(map, centre)) {
      crs = map;
    } else {
      crs = CrsByCode.of("workingCrs", Crs.utmCode(centre));
    }
    Position at = crs.fromWgs84(centre);
    return new LocalFrame(crs, Math.rint(at.x()), Math.rint(at.y()));
  }

  private static boolean isForVolumes(Crs crs, LonLat centre) {
    if (crs.isGeographic() || crs.axes() != Crs.Axes.EAST_NORTH || crs.metresPerUnit() != 1) {
      return false;
    }
    Position at = crs.fromWgs84(centre);
    return Math.abs(crs.scale(at.x(), at.y()) - 1) <= SCALE_TOLERANCE;
  }

  private static LonLat wgs84(Crs crs, Coordinate at) throws BadInputException {
    try {
      return crs.toWgs84(at.x, at.y);
    } catch (IllegalArgumentException outside) {
      throw new BadInputException(
          Problem.at(
              "boundary", String.valueOf(outside.getMessage()) + "; set crs to the right one"));
    }
  }
}
