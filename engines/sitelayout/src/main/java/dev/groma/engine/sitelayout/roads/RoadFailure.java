package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.ground.Raster;

/** Says why no route leads from an asset to the network. */
final class RoadFailure {

  private RoadFailure() {}

  /**
   * The failure of a search.
   *
   * @param nearest the cell nearest to the aim that the search got to, or -1 if to none
   */
  static Unreachable at(int nearest, Asset asset, Nodes.Node aim, RouteGrid grid) {
    if (nearest < 0) {
      return new Unreachable(
          asset.id(), asset.footprint().x(), asset.footprint().y(), Unreachable.Cause.OCCUPIED);
    }
    Raster raster = grid.raster();
    int column = nearest % raster.columns();
    int row = nearest / raster.columns();
    return new Unreachable(
        asset.id(), raster.x(column), raster.y(row), cause(column, row, aim, grid));
  }

  /** Looks at the moves towards the aim: open ones that cost too much are too steep. */
  private static Unreachable.Cause cause(int column, int row, Nodes.Node aim, RouteGrid grid) {
    int cell = grid.raster().index(column, row);
    double dx = aim.x() - grid.raster().x(column);
    double dy = aim.y() - grid.raster().y(row);
    boolean occupied = true;
    for (int move = 0; move < Moves.COUNT; move++) {
      boolean ahead = Moves.columns(move) * dx + Moves.rows(move) * dy > 0;
      if (!ahead) {
        continue;
      }
      if (!grid.moves().stays(column, row, move)) {
        occupied = false;
      } else if (grid.isOpen(cell, move)) {
        if (grid.cost(cell, move) == Double.POSITIVE_INFINITY) {
          return Unreachable.Cause.STEEP;
        }
      } else {
        occupied &= grid.isOnlyOccupied(cell, move);
      }
    }
    return occupied ? Unreachable.Cause.OCCUPIED : Unreachable.Cause.CLOSED;
  }
}
