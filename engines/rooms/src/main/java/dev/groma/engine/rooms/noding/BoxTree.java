package dev.groma.engine.rooms.noding;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import java.util.Arrays;

/**
 * A packed tree of boxes: an R-tree built bottom up from boxes that already come in a good order.
 *
 * <p>Eight neighbours in order share a parent, so the tree is a few flat arrays without pointers:
 * children of node i are nodes 8 i to 8 i + 7 one level down; level 0 are the boxes themselves.
 * Building is linear. Source of the layout: V. Agafonkin, flatbush, after Kamel and Faloutsos, "On
 * Packing R-trees" (1993).
 */
public final class BoxTree {

  private static final int FANOUT = 8;

  /** minX, minY, maxX, maxY of each node, per level. */
  private final double[][] levels;

  private BoxTree(double[][] levels) {
    this.levels = levels;
  }

  /** Called for each pair of boxes that overlap, once. */
  public interface PairVisitor {
    /** Any two, the one with the lower number first. */
    void visit(int first, int second) throws BadInputException, CancelledException;
  }

  /** Called for each box that overlaps the one asked for. */
  public interface Visitor {
    /** One of them, in no order that means anything. */
    void visit(int item) throws BadInputException, CancelledException;
  }

  /**
   * Looks for the highest item below a point.
   *
   * @see #searchDown
   */
  public interface DownVisitor {
    /** Looks at one item; returns the y below which no item matters any more. */
    double visit(int item);
  }

  /** Builds the tree; minX, minY, maxX, maxY of each box one after the other, not copied. */
  public static BoxTree of(double[] boxes) {
    int depth = 1;
    for (int n = boxes.length / 4; n > 1; n = parents(n)) {
      depth++;
    }
    double[][] levels = new double[depth][];
    levels[0] = boxes;
    for (int level = 1; level < depth; level++) {
      levels[level] = enclose(levels[level - 1]);
    }
    return new BoxTree(levels);
  }

  /** The boxes of all edges, each grown by {@code margin} on all sides. */
  public static BoxTree ofEdges(Nodes nodes, Edges edges, double margin) {
    double[] boxes = new double[4 * edges.count()];
    for (int edge = 0; edge < edges.count(); edge++) {
      int a = edges.from(edge);
      int b = edges.to(edge);
      boxes[4 * edge] = Math.min(nodes.x(a), nodes.x(b)) - margin;
      boxes[4 * edge + 1] = Math.min(nodes.y(a), nodes.y(b)) - margin;
      boxes[4 * edge + 2] = Math.max(nodes.x(a), nodes.x(b)) + margin;
      boxes[4 * edge + 3] = Math.max(nodes.y(a), nodes.y(b)) + margin;
    }
    return of(boxes);
  }

  private static int parents(int nodes) {
    return (nodes + FANOUT - 1) / FANOUT;
  }

  private static double[] enclose(double[] children) {
    int count = children.length / 4;
    double[] boxes = new double[4 * parents(count)];
    for (int child = 0; child < count; child++) {
      int box = 4 * (child / FANOUT);
      boolean first = child % FANOUT == 0;
      for (int side = 0; side < 4; side++) {
        double value = children[4 * child + side];
        boolean wider = side < 2 ? value < boxes[box + side] : value > boxes[box + side];
        if (first || wider) {
          boxes[box + side] = value;
        }
      }
    }
    return boxes;
  }

  /**
   * Visits every pair of overlapping boxes of which at least one is {@code active}.
   *
   * @param active per box
   */
  public void visitPairs(boolean[] active, PairVisitor visitor)
      throws BadInputException, CancelledException {
    boolean[][] activeOn = new boolean[levels.length][];
    activeOn[0] = active;
    for (int level = 1; level < levels.length; level++) {
      activeOn[level] = new boolean[levels[level].length / 4];
      for (int child = 0; child < activeOn[level - 1].length; child++) {
        activeOn[level][child / FANOUT] |= activeOn[level - 1][child];
      }
    }
    if (levels.length > 1 && activeOn[levels.length - 1][0]) {
      within(levels.length - 1, 0, activeOn, visitor);
    }
  }

  /** Pairs below one node. */
  private void within(int level, int node, boolean[][] active, PairVisitor visitor)
      throws BadInputException, CancelledException {
    int end = childrenEnd(level, node);
    for (int child = FANOUT * node; child < end; child++) {
      if (level > 1 && active[level - 1][child]) {
        within(level - 1, child, active, visitor);
      }
      between(level, child, child + 1, end, active, visitor);
    }
  }

  /** Pairs of what is below {@code first} and what is below the nodes from {@code start} on. */
  private void between(
      int level, int first, int start, int end, boolean[][] active, PairVisitor visitor)
      throws BadInputException, CancelledException {
    double[] boxes = levels[level - 1];
    boolean firstActive = active[level - 1][first];
    double minX = boxes[4 * first];
    double minY = boxes[4 * first + 1];
    double maxX = boxes[4 * first + 2];
    double maxY = boxes[4 * first + 3];
    for (int second = start; second < end; second++) {
      if ((firstActive || active[level - 1][second])
          && boxes[4 * second] <= maxX
          && boxes[4 * second + 2] >= minX
          && boxes[4 * second + 1] <= maxY
          && boxes[4 * second + 3] >= minY) {
        if (level == 1) {
          visitor.visit(first, second);
        } else {
          int childrenEnd = childrenEnd(level - 1, first);
          for (int child = FANOUT * first; child < childrenEnd; child++) {
            between(
                level - 1, child, FANOUT * second, childrenEnd(level - 1, second), active, visitor);
          }
        }
      }
    }
  }

  private int childrenEnd(int level, int node) {
    return Math.min(FANOUT * (node + 1), levels[level - 1].length / 4);
  }

  /** Visits every box that overlaps the one given. */
  public void visit(double minX, double minY, double maxX, double maxY, Visitor visitor)
      throws BadInputException, CancelledException {
    if (levels[0].length > 0) {
      visit(levels.length - 1, 0, minX, minY, maxX, maxY, visitor);
    }
  }

  private void visit(
      int level, int node, double minX, double minY, double maxX, double maxY, Visitor visitor)
      throws BadInputException, CancelledException {
    double[] boxes = levels[level];
    if (boxes[4 * node] > maxX
        || boxes[4 * node + 2] < minX
        || boxes[4 * node + 1] > maxY
        || boxes[4 * node + 3] < minY) {
      return;
    }
    if (level == 0) {
      visitor.visit(node);
      return;
    }
    int end = childrenEnd(level, node);
    for (int child = FANOUT * node; child < end; child++) {
      visit(level - 1, child, minX, minY, maxX, maxY, visitor);
    }
  }

  /**
   * Visits boxes that the ray from (x, y) downwards meets, higher ones first as far as the tree
   * knows, and none that lie wholly below what the visitor returned last.
   */
  public void searchDown(double x, double y, DownVisitor visitor) {
    if (levels[0].length > 0) {
      searchDown(levels.length - 1, 0, x, y, Double.NEGATIVE_INFINITY, visitor);
    }
  }

  private double searchDown(
      int level, int node, double x, double y, double floor, DownVisitor visitor) {
    double[] boxes = levels[level];
    if (boxes[4 * node] > x
        || boxes[4 * node + 2] < x
        || boxes[4 * node + 1] > y
        || boxes[4 * node + 3] < floor) {
      return floor;
    }
    if (level == 0) {
      return visitor.visit(node);
    }
    double raised = floor;
    for (int child : highestFirst(level - 1, FANOUT * node, childrenEnd(level, node))) {
      raised = searchDown(level - 1, child, x, y, raised, visitor);
    }
    return raised;
  }

  private int[] highestFirst(int level, int start, int end) {
    double[] boxes = levels[level];
    int[] order = new int[end - start];
    Arrays.setAll(order, i -> start + i);
    for (int i = 1; i < order.length; i++) {
      int node = order[i];
      int at = i;
      while (at > 0 && boxes[4 * order[at - 1] + 3] < boxes[4 * node + 3]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = node;
    }
    return order;
  }
}
