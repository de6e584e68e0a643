package dev.groma.engine.rooms;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.adjacency.Adjacency;
import dev.groma.engine.rooms.assembly.FloorPlanAssembly;
import dev.groma.engine.rooms.bridge.Bridge;
import dev.groma.engine.rooms.bridge.Bridging;
import dev.groma.engine.rooms.classify.Classification;
import dev.groma.engine.rooms.confidence.Evidence;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;
import dev.groma.engine.rooms.noding.Frame;
import dev.groma.engine.rooms.noding.Noder;
import dev.groma.engine.rooms.topology.PlanarGraph;
import java.util.List;

/**
 * Finds the rooms of a plan.
 *
 * <p>The stages, each a package: snap and node the segments; peel off dangles and cuts; trace
 * rings; put faces together; tell rooms from wall bodies; weigh the evidence; find neighbours;
 * write the answer. A pure function of its arguments, without state: one instance serves any number
 * of threads.
 *
 * <p>O((n + k) log n) for n segments that cross k times; memory about 1 KB a segment, answer
 * included.
 */
public final class RoomDetector {

  /**
   * Finds the rooms of a plan.
   *
   * @throws BadInputException for a drawing beyond the limits: coordinates beyond 1e150, or so many
   *     crossings that noding would make more than four million pieces
   * @throws CancelledException when the context says so
   */
  public FloorPlan detect(WallPlan plan, RoomParameters parameters, EngineContext context)
      throws BadInputException, CancelledException {
    context.progress(0, "noding");
    Frame frame = Frame.of(plan);
    double noise = frame.toLocalLength(frame.noise());
    double tolerance = noise + frame.toLocalLength(parameters.snapTolerance());
    double[] ends = frame.toLocal(plan);
    Noder noder = new Noder(tolerance, noise, context);
    int collapsed = noder.add(ends);
    context.progress(40, "tracing");
    PlanarGraph graph = PlanarGraph.of(noder.nodes(), noder.edges(), context);
    List<Bridge> bridges = List.of();
    if (parameters.doorGapMax() > 0) {
      context.progress(50, "bridging gaps");
      double gapMax = frame.toLocalLength(parameters.doorGapMax());
      Bridging bridging = Bridging.of(noder, graph, ends, gapMax, tolerance, context);
      graph = bridging.graph();
      bridges = bridging.bridges();
    }
    Faces faces = Faces.of(graph, context);
    Sizes sizes = Sizes.of(faces);
    context.progress(65, "classifying");
    Classification classification =
        Classification.of(faces, sizes, plan, parameters, frame, tolerance);
    Evidence evidence = new Evidence(faces, sizes, plan, ends, noise, tolerance);
    context.checkCancelled();
    Adjacency adjacency = Adjacency.of(faces, sizes, classification, context);
    context.progress(80, "assembling");
    FloorPlan found =
        new FloorPlanAssembly(plan, frame, faces, sizes, classification)
            .assemble(
                evidence,
                adjacency,
                bridges,
                collapsed,
                new EffectiveParameters(
                    parameters,
                    frame.toPlanLength(tolerance),
                    frame.toPlanLength(classification.wallThickness()),
                    classification.wallThicknessSource()));
    context.progress(100, "done");
    return found;
  }
}
