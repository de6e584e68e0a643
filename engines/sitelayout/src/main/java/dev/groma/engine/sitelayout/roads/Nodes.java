package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.sitelayout.ground.Raster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Where a road may join the network: the entry and every station of the roads so far. */
final class Nodes {

  /**
   * A place to join.
   *
   * @param road id of the road, or {@code entry}
   */
  record Node(String road, double x, double y, double z, int cell) {

    double distance(double fromX, double fromY) {
      return Math.hypot(x - fromX, y - fromY);
    }
  }

  private final Raster raster;
  private final List<Node> all = new ArrayList<>();
  private final Map<Integer, Node> byCell = new HashMap<>();

  Nodes(Raster raster) {
    this.raster = raster;
  }

  /** Adds the entry, which may lie outside the cell where roads begin. */
  void addEntry(Coordinate entry, double z, int cell) {
    Node node = new Node("entry", entry.x, entry.y, z, cell);
    all.add(node);
    byCell.put(cell, node);
  }

  /**
   * Adds the stations of a road; its last few, on the asset's doorstep, are no place to join, nor
   * are those to which no straight piece leads from their cell's centre.
   */
  void add(Road road, RouteGrid grid, RoadDesign design, double doorstep) {
    double left = road.length();
    for (int i = 1; i + 1 < road.stations(); i++) {
      left -= road.step(i - 1);
      int cell = raster.cellAt(road.x(i), road.y(i));
      if (left > doorstep
          && cell >= 0
          && grid.isPassable(cell)
          && design.isClear(centreX(cell), centreY(cell), road.x(i), road.y(i))) {
        Node node = new Node(road.id(), road.x(i), road.y(i), road.z(i), cell);
        all.add(node);
        byCell.merge(cell, node, (one, two) -> nearerToCentre(one, two, cell));
      }
    }
  }

  private Node nearerToCentre(Node one, Node two, int cell) {
    double x = centreX(cell);
    double y = centreY(cell);
    return two.distance(x, y) < one.distance(x, y) ? two : one;
  }

  private double centreX(int cell) {
    return raster.x(cell % raster.columns());
  }

  private double centreY(int cell) {
    return raster.y(cell / raster.columns());
  }

  boolean has(int cell) {
    return byCell.containsKey(cell);
  }

  Node at(int cell) {
    Node node = byCell.get(cell);
    if (node == null) {
      throw new IllegalArgumentException("no road in cell " + cell);
    }
    return node;
  }

  int size() {
    return all.size();
  }

  /** The nearest of the nodes from a number on; the earlier of two at one distance. */
  Node nearest(double x, double y, int from, Node otherwise) {
    Node nearest = otherwise;
    for (Node node : all.subList(from, all.size())) {
      if (node.distance(x, y) < nearest.distance(x, y)) {
        nearest = node;
      }
    }
    return nearest;
  }

  Node entry() {
    return all.getFirst();
  }
}
