package dev.groma.engine.rooms.noding;

import dev.groma.engine.rooms.flat.IntList;
import java.util.Arrays;

/**
 * The ends of segments and the nodes they became: ends near each other one node, at the place of
 * the first of them along a Hilbert curve. End 2 s is where segment s starts, 2 s + 1 where it
 * ends.
 */
final class SnappedEnds {

  private static final int NONE = -1;

  private final Nodes nodes;
  private final double[] ends;
  private final double noise;
  private final int[] nodeOf;
  private final boolean[] isJoint;

  /**
   * Snaps all ends, those at joints after all others: they may come to lie at a corner, but never
   * move one.
   *
   * @param ends x1, y1, x2, y2 of each segment
   */
  SnappedEnds(Nodes nodes, double[] ends, double noise) {
    this.nodes = nodes;
    this.ends = ends;
    this.noise = noise;
    nodeOf = new int[ends.length / 2];
    isJoint = new boolean[nodeOf.length];
    Arrays.fill(nodeOf, NONE);
    int[] order = withoutPoints(HilbertOrder.of(ends, nodeOf.length));
    IntList joints = new IntList(16);
    for (int start = 0; start < order.length; ) {
      int end = start + 1;
      while (end < order.length && isSamePlace(order[start], order[end])) {
        end++;
      }
      if (end - start > 1 && isJoint(order, start, end)) {
        joints.add(start);
        joints.add(end);
      } else {
        assign(order, start, end, false);
      }
      start = end;
    }
    for (int i = 0; i < joints.size(); i += 2) {
      assign(order, joints.get(i), joints.get(i + 1), true);
    }
  }

  /** The node that an end became; -1 when its segment is a point. */
  int nodeOf(int end) {
    return nodeOf[end];
  }

  /**
   * Whether an end attracts what is within the tolerance of it: it does unless it is at a joint.
   */
  boolean attracts(int end) {
    return nodeOf[end] != NONE && !isJoint[end];
  }

  int count() {
    return nodeOf.length;
  }

  double x(int end) {
    return ends[2 * end];
  }

  double y(int end) {
    return ends[2 * end + 1];
  }

  private int[] withoutPoints(int[] order) {
    int kept = 0;
    for (int end : order) {
      if (!isSamePlace(end, end ^ 1)) {
        order[kept++] = end;
      }
    }
    return kept == order.length ? order : Arrays.copyOf(order, kept);
  }

  private boolean isSamePlace(int first, int second) {
    return x(first) == x(second) && y(first) == y(second);
  }

  private void assign(int[] order, int start, int end, boolean joint) {
    double x = x(order[start]);
    double y = y(order[start]);
    int nearest = nodes.nearest(x, y);
    int node = nearest != NONE ? nearest : nodes.add(x, y, joint);
    for (int i = start; i < end; i++) {
      nodeOf[order[i]] = node;
      isJoint[order[i]] = joint;
    }
  }

  /** Whether the segments at one place all lie on one straight line, to both sides of the place. */
  private boolean isJoint(int[] order, int start, int end) {
    int longest = order[start];
    for (int i = start + 1; i < end; i++) {
      longest = lengthSquared(order[i]) > lengthSquared(longest) ? order[i] : longest;
    }
    boolean bothSides = false;
    for (int i = start; i < end; i++) {
      int other = order[i];
      double along = dx(longest) * dx(other) + dy(longest) * dy(other);
      double across = dx(longest) * dy(other) - dy(longest) * dx(other);
      double spanX = along < 0 ? dx(longest) - dx(other) : dx(longest);
      double spanY = along < 0 ? dy(longest) - dy(other) : dy(longest);
      if (across * across > noise * noise * (spanX * spanX + spanY * spanY)) {
        return false;
      }
      bothSides |= along < 0;
    }
    return bothSides;
  }

  /** From the end to the other end of its segment. */
  private double dx(int end) {
    return x(end ^ 1) - x(end);
  }

  private double dy(int end) {
    return y(end ^ 1) - y(end);
  }

  private double lengthSquared(int end) {
    return dx(end) * dx(end) + dy(end) * dy(end);
  }
}
