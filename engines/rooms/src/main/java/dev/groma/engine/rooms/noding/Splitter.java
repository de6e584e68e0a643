package dev.groma.engine.rooms.noding;

import dev.groma.engine.rooms.flat.IntSort;
import dev.groma.engine.rooms.flat.LongList;

/** Splits edges at nodes and dissolves the pieces. */
final class Splitter {

  private final Nodes nodes;
  private final Edges edges;

  Splitter(Nodes nodes, Edges edges) {
    this.nodes = nodes;
    this.edges = edges;
  }

  /**
   * The edges after splitting.
   *
   * @param splits pairs (edge, node), sorted, each once
   */
  Edges split(LongList splits) {
    Pieces pieces = new Pieces(edges.sourceCount() + 2 * splits.size(), nodes.size());
    int next = 0;
    for (int edge = 0; edge < edges.count(); edge++) {
      int start = next;
      while (next < splits.size() && LongList.first(splits.get(next)) == edge) {
        next++;
      }
      addPieces(pieces, edge, chain(edge, splits, start, next));
    }
    return pieces.dissolve();
  }

  private void addPieces(Pieces pieces, int edge, int[] chain) {
    for (int source = edges.sourceStart(edge); source < edges.sourceStart(edge + 1); source++) {
      for (int i = 1; i < chain.length; i++) {
        pieces.add(chain[i - 1], chain[i], edges.source(source));
      }
    }
  }

  /**
   * The nodes from one end of an edge to the other. When nodes at one place but on different sides
   * would make a piece as long as the edge itself, only the node nearest to the edge is taken: the
   * others come in the next round.
   */
  private int[] chain(int edge, LongList splits, int start, int end) {
    int[] chain = new int[end - start + 2];
    chain[0] = edges.from(edge);
    chain[chain.length - 1] = edges.to(edge);
    double[] along = new double[end - start];
    int[] order = new int[end - start];
    for (int i = 0; i < order.length; i++) {
      along[i] = along(edge, LongList.second(splits.get(start + i)));
      order[i] = i;
    }
    IntSort.sort(order, 0, order.length, (first, second) -> along[first] < along[second]);
    for (int i = 0; i < order.length; i++) {
      chain[i + 1] = LongList.second(splits.get(start + order[i]));
    }
    double whole = nodes.distanceSquared(edges.from(edge), edges.to(edge));
    for (int i = 1; chain.length > 3 && i < chain.length; i++) {
      if (nodes.distanceSquared(chain[i - 1], chain[i]) >= whole) {
        return new int[] {chain[0], nearestToLine(chain, edge), chain[chain.length - 1]};
      }
    }
    return chain;
  }

  private int nearestToLine(int[] chain, int edge) {
    int nearest = chain[1];
    for (int i = 2; i < chain.length - 1; i++) {
      if (Math.abs(across(edge, chain[i])) < Math.abs(across(edge, nearest))) {
        nearest = chain[i];
      }
    }
    return nearest;
  }

  private double along(int edge, int node) {
    int a = edges.from(edge);
    int b = edges.to(edge);
    return (nodes.x(node) - nodes.x(a)) * (nodes.x(b) - nodes.x(a))
        + (nodes.y(node) - nodes.y(a)) * (nodes.y(b) - nodes.y(a));
  }

  private double across(int edge, int node) {
    int a = edges.from(edge);
    int b = edges.to(edge);
    return (nodes.x(node) - nodes.x(a)) * (nodes.y(b) - nodes.y(a))
        - (nodes.y(node) - nodes.y(a)) * (nodes.x(b) - nodes.x(a));
  }
}
