package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.Warning;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.site.CellFill;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Whether there is ground inside the boundary: a small gap is a warning, a large one a mistake. */
final class Cover {

  /** Share of the site that may lack elevations. */
  private static final double MOST = 0.02;

  private static final Decimals HECTARES = new Decimals(2);

  private Cover() {}

  /** What to say about gaps. */
  static List<Warning> check(Geometry boundary, Ground ground) throws BadInputException {
    double missing = missing(boundary, ground);
    if (missing > MOST * boundary.getArea()) {
      throw new BadInputException(
          Problem.at(
              "terrain.dem",
              "the elevation model leaves "
                  + HECTARES.format(missing / 10_000)
                  + " ha of the site without elevations ("
                  + Math.max(1, Math.round(100 * missing / boundary.getArea()))
                  + " %): take a larger one, or draw the boundary inside of it"));
    }
    return missing > 0
        ? List.of(
            new Warning(
                "terrain",
                "the elevation model has no data on "
                    + Math.round(missing)
                    + " m2 of the site; nothing is built there"))
        : List.of();
  }

  /** In square metres. */
  private static double missing(Geometry boundary, Ground ground) {
    Raster raster = ground.raster();
    BitSet inside = CellFill.of(boundary, raster);
    int unknown = 0;
    for (int at = inside.nextSetBit(0); at >= 0; at = inside.nextSetBit(at + 1)) {
      unknown += Float.isNaN(ground.z(at)) ? 1 : 0;
    }
    return unknown * raster.cellX() * raster.cellY();
  }
}
