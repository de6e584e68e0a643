package dev.groma.engine.rooms.assembly;

import dev.groma.engine.rooms.Coordinates;
import dev.groma.engine.rooms.Diagnostic;
import dev.groma.engine.rooms.Diagnostic.Kind;
import dev.groma.engine.rooms.WallPlan;
import dev.groma.engine.rooms.bridge.Bridge;
import dev.groma.engine.rooms.classify.Classification;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;
import dev.groma.engine.rooms.noding.Frame;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.topology.PlanarGraph;
import dev.groma.engine.rooms.topology.Rings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes out what encloses nothing, and what was added. */
final class DiagnosticAssembly {

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.<Diagnostic>comparingDouble(found -> found.line().x(0))
          .thenComparingDouble(found -> found.line().y(0))
          .thenComparingDouble(found -> found.line().x(1))
          .thenComparingDouble(found -> found.line().y(1));

  private final Faces faces;
  private final PlanarGraph graph;
  private final Nodes nodes;
  private final Sizes sizes;
  private final Frame frame;
  private final Outlines outlines;
  private final SourceIds sourceIds;

  DiagnosticAssembly(WallPlan plan, Faces faces, Sizes sizes, Frame frame) {
    this.faces = faces;
    this.sizes = sizes;
    this.frame = frame;
    graph = faces.graph();
    nodes = graph.nodes();
    outlines = new Outlines(faces, frame);
    sourceIds = new SourceIds(plan, graph.edges());
  }

  /** Dangles, cuts, bridges, invalid rings; each kind from left to right, then upwards. */
  List<Diagnostic> diagnostics(Classification classification, List<Bridge> bridges) {
    List<Diagnostic> dangles = new ArrayList<>();
    List<Diagnostic> cuts = new ArrayList<>();
    for (LoosePaths.Path path : new LoosePaths(graph).paths()) {
      if (graph.isDangle(path.edges()[0])) {
        dangles.add(loose(Kind.DANGLE, path));
      } else {
        cuts.add(loose(Kind.CUT, path));
      }
    }
    List<Diagnostic> added = new ArrayList<>();
    bridges.forEach(bridge -> added.add(bridge(bridge)));
    List<Diagnostic> invalid = new ArrayList<>();
    for (int face = 0; face < faces.count(); face++) {
      if (classification.isInvalid(face)) {
        invalid.add(invalidRing(face));
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    for (List<Diagnostic> kind : List.of(dangles, cuts, added, invalid)) {
      kind.sort(BY_PLACE);
      for (int i = 0; i < kind.size(); i++) {
        all.add(numbered(kind.get(i), i + 1));
      }
    }
    return all;
  }

  private static Diagnostic numbered(Diagnostic found, int number) {
    String prefix =
        switch (found.kind()) {
          case DANGLE -> "dangle-";
          case CUT -> "cut-";
          case BRIDGE -> "bridge-";
          case INVALID_RING -> "invalidRing-";
        };
    return new Diagnostic(
        prefix + number,
        found.kind(),
        found.line(),
        found.length(),
        found.wallIds(),
        found.segments());
  }

  private Diagnostic loose(Kind kind, LoosePaths.Path path) {
    int[] nodesOfPath = path.nodes();
    int last = nodesOfPath.length - 1;
    if (isBefore(nodesOfPath[last], nodesOfPath[0])) {
      for (int i = 0; i < last - i; i++) {
        int node = nodesOfPath[i];
        nodesOfPath[i] = nodesOfPath[last - i];
        nodesOfPath[last - i] = node;
      }
    }
    sourceIds.clear();
    double length = 0;
    for (int edge : path.edges()) {
      sourceIds.addEdge(edge);
      length += sizes.edgeLength(edge);
    }
    return found(kind, outlines.line(nodesOfPath), length);
  }

  private Diagnostic invalidRing(int face) {
    sourceIds.clear();
    Rings rings = graph.rings();
    for (int i = 0; i < rings.size(faces.ring(face, 0)); i++) {
      sourceIds.addEdge(rings.halfEdge(faces.ring(face, 0), i) >> 1);
    }
    return found(Kind.INVALID_RING, outlines.shell(face), sizes.perimeter(face));
  }

  /** Names the walls that meet the bridge's ends. */
  private Diagnostic bridge(Bridge bridge) {
    sourceIds.clear();
    sourceIds.addSegments(bridge.segments());
    boolean forward =
        bridge.x1() < bridge.x2() || (bridge.x1() == bridge.x2() && bridge.y1() <= bridge.y2());
    double x1 = frame.toPlanX(bridge.x1());
    double y1 = frame.toPlanY(bridge.y1());
    double x2 = frame.toPlanX(bridge.x2());
    double y2 = frame.toPlanY(bridge.y2());
    return found(
        Kind.BRIDGE,
        forward ? Coordinates.of(x1, y1, x2, y2) : Coordinates.of(x2, y2, x1, y1),
        Math.hypot(bridge.x2() - bridge.x1(), bridge.y2() - bridge.y1()));
  }

  private Diagnostic found(Kind kind, Coordinates line, double length) {
    return new Diagnostic(
        "", kind, line, frame.toPlanLength(length), sourceIds.wallIds(), sourceIds.segments());
  }

  private boolean isBefore(int first, int second) {
    double dx = nodes.x(first) - nodes.x(second);
    return dx < 0 || (dx == 0 && nodes.y(first) < nodes.y(second));
  }
}
