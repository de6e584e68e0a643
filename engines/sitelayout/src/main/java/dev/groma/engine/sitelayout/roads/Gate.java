package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a road may meet an asset: the middle of a side, and the first open cell in front of it.
 *
 * @param edge the middle of the side
 * @param out a point straight out from it, where the road may begin to turn
 * @param cell the cell of that point or one beside it
 */
record Gate(Coordinate edge, Coordinate out, int cell) {

  /**
   * The gates of an asset that are open; each cell once.
   *
   * <p>The road goes straight out as far as its radius where there is room, so that it can turn by
   * a right angle; the first open cell has to be within two cells of where its edge clears the
   * asset.
   */
  static List<Gate> of(Asset asset, RoadRules rules, RouteGrid grid) {
    Raster raster = grid.raster();
    Footprint footprint = asset.footprint();
    double[] middles = footprint.sideMiddles();
    double step = Math.max(raster.cellX(), raster.cellY()) / 2;
    double nearest = rules.width() / 2 + 4 * step;
    double straight = Math.max(nearest, rules.minRadius());
    List<Gate> gates = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double dx = middles[2 * i] - footprint.x();
      double dy = middles[2 * i + 1] - footprint.y();
      double length = Math.hypot(dx, dy);
      Gate gate = null;
      for (int k = 1; step * k <= straight; k++) {
        double x = middles[2 * i] + dx / length * step * k;
        double y = middles[2 * i + 1] + dy / length * step * k;
        int cell = raster.cellAt(x, y);
        boolean open = cell >= 0 && grid.isPassable(cell);
        if (gate == null ? step * k > nearest : !open) {
          break;
        }
        if (open) {
          gate =
              new Gate(
                  new Coordinate(middles[2 * i], middles[2 * i + 1]), new Coordinate(x, y), cell);
        }
      }
      Gate found = gate;
      if (found != null && gates.stream().noneMatch(other -> other.cell() == found.cell())) {
        gates.add(found);
      }
    }
    return gates;
  }
}
