package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.Footprint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
   * a right angle, and to the middle of the room where there is less; the first open cell has to be
   * within two cells of where its edge clears the asset.
   */
  static List<Gate> of(Asset asset, RoadRules rules, RouteGrid grid) {
    double[] middles = asset.footprint().sideMiddles();
    List<Gate> gates = new ArrayList<>();
    for (int i = 0; i < middles.length; i += 2) {
      Coordinate edge = new Coordinate(middles[i], middles[i + 1]);
      Gate found = of(asset.footprint(), edge, rules, grid);
      if (found != null && gates.stream().noneMatch(other -> other.cell() == found.cell())) {
        gates.add(found);
      }
    }
    return gates;
  }

  private static @Nullable Gate of(
      Footprint footprint, Coordinate edge, RoadRules rules, RouteGrid grid) {
    double step = grid.raster().longerSide() / 2;
    double length = Math.hypot(edge.x - footprint.x(), edge.y - footprint.y());
    double dx = (edge.x - footprint.x()) / length * step;
    double dy = (edge.y - footprint.y()) / length * step;
    double nearest = rules.width() / 2 + 4 * step;
    double straight = Math.max(nearest, rules.minRadius());
    int first = 1;
    while (step * first <= nearest && !isOpen(grid, edge.x + dx * first, edge.y + dy * first)) {
      first++;
    }
    if (step * first > nearest) {
      return null;
    }
    int last = first;
    boolean hasRoom = true;
    while (hasRoom && step * (last + 1) <= straight) {
      hasRoom = isOpen(grid, edge.x + dx * (last + 1), edge.y + dy * (last + 1));
      last += hasRoom ? 1 : 0;
    }
    int out = hasRoom ? last : (first + last + 1) / 2;
    Coordinate turn = new Coordinate(edge.x + dx * out, edge.y + dy * out);
    return new Gate(edge, turn, grid.raster().cellAt(turn.x, turn.y));
  }

  private static boolean isOpen(RouteGrid grid, double x, double y) {
    int cell = grid.raster().cellAt(x, y);
    return cell >= 0 && grid.isPassable(cell);
  }
}
