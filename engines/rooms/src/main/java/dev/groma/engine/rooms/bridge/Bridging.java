package dev.groma.engine.rooms.bridge;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Noder;
import dev.groma.engine.rooms.topology.PlanarGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds bridges in rounds: of the candidates in order of preference, those whose ends are unused
 * and that cross no bridge; then takes away the ones that closed nothing, whose ends the next round
 * may use otherwise. A candidate is tried once.
 *
 * @param graph the drawing with the bridges that stayed
 * @param bridges those
 */
public record Bridging(PlanarGraph graph, List<Bridge> bridges) {

  /** Chosen: the second round rarely adds a bridge. */
  private static final int MAX_ROUNDS = 4;

  public Bridging {
    bridges = List.copyOf(bridges);
  }

  /**
   * Closes the gaps of a noded drawing.
   *
   * @param noder holds the drawing, and then the bridges too
   * @param graph the drawing
   * @param ends x1, y1, x2, y2 of each segment, in the frame
   * @param gapMax longest bridge, in the frame, more than the tolerance
   */
  public static Bridging of(
      Noder noder,
      PlanarGraph graph,
      double[] ends,
      double gapMax,
      double tolerance,
      EngineContext context)
      throws BadInputException, CancelledException {
    FreeEnds freeEnds = new FreeEnds(graph, ends);
    Selection selection =
        new Selection(
            new Candidates(graph, freeEnds, gapMax, tolerance, context).find(), freeEnds.count());
    PlanarGraph bridged = graph;
    List<Bridge> kept = new ArrayList<>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Integer> chosen = selection.next();
      if (chosen.isEmpty()) {
        break;
      }
      int firstSource = noder.sourceCount();
      noder.add(ends(selection, chosen));
      bridged = PlanarGraph.of(noder.nodes(), noder.edges(), context);
      boolean[] isUseless = useless(bridged, firstSource, chosen.size());
      boolean anyUseless = false;
      for (int i = 0; i < chosen.size(); i++) {
        if (isUseless[firstSource + i]) {
          selection.release(chosen.get(i));
          anyUseless = true;
        } else {
          kept.add(bridge(selection.get(chosen.get(i)), graph.edges(), freeEnds));
        }
      }
      if (anyUseless) {
        noder.remove(isUseless);
        bridged = PlanarGraph.of(noder.nodes(), noder.edges(), context);
      }
    }
    return new Bridging(bridged, kept);
  }

  private static Bridge bridge(Candidate c, Edges edges, FreeEnds freeEnds) {
    List<Integer> segments = new ArrayList<>();
    for (int edge : new int[] {freeEnds.edge(c.end()), c.edge()}) {
      for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
        segments.add(edges.source(i));
      }
    }
    return new Bridge(segments, c.x1(), c.y1(), c.x2(), c.y2());
  }

  private static double[] ends(Selection selection, List<Integer> chosen) {
    double[] ends = new double[4 * chosen.size()];
    for (int i = 0; i < chosen.size(); i++) {
      Candidate c = selection.get(chosen.get(i));
      ends[4 * i] = c.x1();
      ends[4 * i + 1] = c.y1();
      ends[4 * i + 2] = c.x2();
      ends[4 * i + 3] = c.y2();
    }
    return ends;
  }

  /** Per source whether it is one of the last {@code count} and no piece of it is on a ring. */
  private static boolean[] useless(PlanarGraph graph, int firstSource, int count) {
    boolean[] isUseless = new boolean[firstSource + count];
    for (int i = 0; i < count; i++) {
      isUseless[firstSource + i] = true;
    }
    Edges edges = graph.edges();
    for (int edge = 0; edge < edges.count(); edge++) {
      if (graph.isOnRing(edge)) {
        for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
          isUseless[edges.source(i)] = false;
        }
      }
    }
    return isUseless;
  }
}
