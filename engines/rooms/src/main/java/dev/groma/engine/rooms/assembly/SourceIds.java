package dev.groma.engine.rooms.assembly;

import dev.groma.engine.rooms.WallPlan;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.noding.Edges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the segments that run along edges, and names them and their walls. */
final class SourceIds {

  private final WallPlan plan;
  private final Edges edges;
  private final IntList segments = new IntList(32);

  SourceIds(WallPlan plan, Edges edges) {
    this.plan = plan;
    this.edges = edges;
  }

  void clear() {
    segments.truncate(0);
  }

  /** Adds the plan's segments along an edge; a bridge is none. */
  void addEdge(int edge) {
    for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
      if (edges.source(i) < plan.segmentCount()) {
        segments.add(edges.source(i));
      }
    }
  }

  /** Adds segments of the plan. */
  void addSegments(List<Integer> more) {
    more.forEach(segments::add);
  }

  /** Ids of the walls, each wall once, in the order drawn. */
  List<String> wallIds() {
    int[] walls = segments.toArray();
    for (int i = 0; i < walls.length; i++) {
      walls[i] = plan.wall(walls[i]);
    }
    Arrays.sort(walls);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < walls.length; i++) {
      if (i == 0 || walls[i] != walls[i - 1]) {
        ids.add(plan.walls().get(walls[i]).id());
      }
    }
    return ids;
  }

  /** The segments, ascending, each once. */
  List<Integer> segments() {
    return Arrays.stream(segments.toArray()).sorted().distinct().boxed().toList();
  }
}
