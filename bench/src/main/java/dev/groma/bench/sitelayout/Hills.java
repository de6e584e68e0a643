package dev.groma.bench.sitelayout;

import dev.groma.engine.sitelayout.Settings;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.earthworks.DemError;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules;
import dev.groma.engine.sitelayout.earthworks.PadElevation;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.placement.Program;
import dev.groma.engine.sitelayout.placement.Rules;
import dev.groma.engine.sitelayout.roads.RoadRules;
import dev.groma.engine.sitelayout.site.Site;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A square site on hills with a pond in it.
 *
 * @param size of a side, in metres
 * @param cell of the ground, in metres
 */
record Hills(double size, double cell) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  Site site() {
    return new Site(
        FACTORY.toGeometry(new Envelope(0, size, 0, size)),
        FACTORY.createPoint(new Coordinate(0.45 * size, 0.55 * size)).buffer(150),
        new Coordinate(size / 2, 0),
        false);
  }

  Ground ground() {
    int cells = (int) Math.round((size + 40) / cell) + 1;
    Raster raster = new Raster(cells, cells, -20, -20, cell, cell);
    float[] z = new float[raster.size()];
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        double x = raster.x(column);
        double y = raster.y(row);
        z[raster.index(column, row)] =
            (float) (12 * Math.sin(x / 310) * Math.cos(y / 270) + 0.01 * x);
      }
    }
    return new Ground(raster, z);
  }

  /** A substation, a building, a yard, and solar blocks up to a target. */
  static Settings settings(double targetKw) {
    Program program =
        new Program(
            List.of(
                new Program.Wanted(type(Catalogue.SUBSTATION), 1),
                new Program.Wanted(type(Catalogue.OM_BUILDING), 1),
                new Program.Wanted(type(Catalogue.LAYDOWN_YARD), 1)),
            List.of(type(Catalogue.SOLAR_BLOCK)),
            targetKw);
    return new Settings(
        program,
        List.of(),
        new Rules(10),
        RoadRules.DEFAULT,
        new EarthworkRules(new PadElevation.Balanced(1), EarthworkRules.Soil.MIXED, false, 3),
        new DemError(0.1, 30));
  }

  private static AssetType type(String name) {
    return Catalogue.BUILT_IN.find(name).orElseThrow();
  }
}
