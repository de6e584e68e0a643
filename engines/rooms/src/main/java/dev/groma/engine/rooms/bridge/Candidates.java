package dev.groma.engine.rooms.bridge;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Problem;
import dev.groma.engine.rooms.noding.BoxTree;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.topology.PlanarGraph;
import java.util.ArrayList;
import java.util.List;

/** Finds all bridges that would cross no wall. */
final class Candidates {

  /** Chosen: some 300 MB, and more than any drawing with doors rather than hatching has. */
  private static final int MAX_CANDIDATES = 2_000_000;

  private static final double MIN_COSINE = Math.cos(Math.toRadians(5));

  private final Nodes nodes;
  private final Edges edges;
  private final FreeEnds ends;
  private final BoxTree walls;
  private final double gapMax;
  private final double tolerance;
  private final EngineContext context;
  private final List<Candidate> found = new ArrayList<>();

  Candidates(
      PlanarGraph graph, FreeEnds ends, double gapMax, double tolerance, EngineContext context) {
    nodes = graph.nodes();
    edges = graph.edges();
    this.ends = ends;
    this.gapMax = gapMax;
    this.tolerance = tolerance;
    this.context = context;
    walls = BoxTree.ofEdges(nodes, edges, tolerance);
  }

  /** All of them, the preferred first. */
  List<Candidate> find() throws BadInputException, CancelledException {
    double[] boxes = new double[4 * ends.count()];
    boolean[] all = new boolean[ends.count()];
    for (int end = 0; end < ends.count(); end++) {
      all[end] = true;
      boxes[4 * end] = ends.x(end) - gapMax / 2;
      boxes[4 * end + 1] = ends.y(end) - gapMax / 2;
      boxes[4 * end + 2] = ends.x(end) + gapMax / 2;
      boxes[4 * end + 3] = ends.y(end) + gapMax / 2;
      addEndToWall(end);
      context.checkCancelled();
    }
    BoxTree.of(boxes).visitPairs(all, this::addEndToEnd);
    found.sort(Candidate.ORDER);
    return found;
  }

  private void add(Candidate candidate) throws BadInputException {
    if (found.size() == MAX_CANDIDATES) {
      throw new BadInputException(
          Problem.at(
              "",
              "more than "
                  + MAX_CANDIDATES
                  + " pairs of wall ends lie within doorGapMax of each other; choose a smaller one"));
    }
    found.add(candidate);
  }

  private void addEndToEnd(int first, int second) throws BadInputException, CancelledException {
    double dx = ends.x(second) - ends.x(first);
    double dy = ends.y(second) - ends.y(first);
    double length = Math.hypot(dx, dy);
    if (length > gapMax) {
      return;
    }
    double ahead = dx * ends.directionX(first) + dy * ends.directionY(first);
    double back = -(dx * ends.directionX(second) + dy * ends.directionY(second));
    if (Math.min(ahead, back) < -tolerance || !isClear(first, second)) {
      return;
    }
    double cosine =
        -(ends.directionX(first) * ends.directionX(second)
            + ends.directionY(first) * ends.directionY(second));
    double lateral =
        Math.min(
            Math.abs(dx * ends.directionY(first) - dy * ends.directionX(first)),
            Math.abs(dx * ends.directionY(second) - dy * ends.directionX(second)));
    boolean continues = cosine >= MIN_COSINE && lateral <= tolerance && Math.min(ahead, back) > 0;
    boolean swap =
        ends.x(second) < ends.x(first)
            || (ends.x(second) == ends.x(first) && ends.y(second) < ends.y(first));
    int from = swap ? second : first;
    int to = swap ? first : second;
    add(
        new Candidate(
            continues ? Candidate.Rank.CONTINUATION : Candidate.Rank.END_TO_END,
            length,
            from,
            to,
            ends.edge(to),
            ends.x(from),
            ends.y(from),
            ends.x(to),
            ends.y(to)));
  }

  private boolean isClear(int first, int second) throws BadInputException, CancelledException {
    Sight sight =
        new Sight(
            nodes,
            edges,
            ends.edge(first),
            ends.edge(second),
            ends.x(first),
            ends.y(first),
            ends.x(second),
            ends.y(second));
    sight.look(walls);
    return sight.share() > 1;
  }

  private void addEndToWall(int end) throws BadInputException, CancelledException {
    double x = ends.x(end);
    double y = ends.y(end);
    Sight sight =
        new Sight(
            nodes,
            edges,
            ends.edge(end),
            ends.edge(end),
            x,
            y,
            x + gapMax * ends.directionX(end),
            y + gapMax * ends.directionY(end));
    sight.look(walls);
    double share = sight.share();
    if (share <= 1) {
      add(
          new Candidate(
              Candidate.Rank.END_TO_WALL,
              share * gapMax,
              end,
              -1,
              sight.edge(),
              x,
              y,
              x + share * gapMax * ends.directionX(end),
              y + share * gapMax * ends.directionY(end)));
    }
  }
}
