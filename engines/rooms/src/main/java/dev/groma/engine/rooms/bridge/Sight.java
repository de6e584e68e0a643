package dev.groma.engine.rooms.bridge;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.rooms.noding.BoxTree;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;

/** Looks along a line and finds the first edge in the way. */
final class Sight implements BoxTree.Visitor {

  private final Nodes nodes;
  private final Edges edges;
  private final double fromX;
  private final double fromY;
  private final double dx;
  private final double dy;
  private final int firstIgnored;
  private final int secondIgnored;
  private int nearest = -1;
  private double share = Double.POSITIVE_INFINITY;

  /** A line that starts at one of two edges and may end at the other: both are looked through. */
  Sight(
      Nodes nodes,
      Edges edges,
      int firstIgnored,
      int secondIgnored,
      double fromX,
      double fromY,
      double toX,
      double toY) {
    this.nodes = nodes;
    this.edges = edges;
    this.firstIgnored = firstIgnored;
    this.secondIgnored = secondIgnored;
    this.fromX = fromX;
    this.fromY = fromY;
    dx = toX - fromX;
    dy = toY - fromY;
  }

  void look(BoxTree walls) throws BadInputException, CancelledException {
    walls.visit(
        Math.min(fromX, fromX + dx),
        Math.min(fromY, fromY + dy),
        Math.max(fromX, fromX + dx),
        Math.max(fromY, fromY + dy),
        this);
  }

  /** Which share of the line is clear; more than 1 when all of it is. */
  double share() {
    return share;
  }

  /** The edge in the way; -1 when there is none. */
  int edge() {
    return nearest;
  }

  @Override
  public void visit(int edge) {
    if (edge == firstIgnored || edge == secondIgnored) {
      return;
    }
    double ax = nodes.x(edges.from(edge)) - fromX;
    double ay = nodes.y(edges.from(edge)) - fromY;
    double bx = nodes.x(edges.to(edge)) - fromX;
    double by = nodes.y(edges.to(edge)) - fromY;
    double sideA = dx * ay - dy * ax;
    double sideB = dx * by - dy * bx;
    if (sideA * sideB > 0 || sideA == sideB) {
      return;
    }
    double along = sideA / (sideA - sideB);
    double hitX = ax + along * (bx - ax);
    double hitY = ay + along * (by - ay);
    double hit = (hitX * dx + hitY * dy) / (dx * dx + dy * dy);
    if (hit >= 0 && hit <= 1 && (hit < share || (hit == share && edge < nearest))) {
      share = hit;
      nearest = edge;
    }
  }
}
