package dev.groma.bench.node;

import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.realnode.RealNode;

/** Measures on a real node and prints Markdown tables. Arguments: {@code [PAIRS [JOBS]]}. */
public final class NodeFigures {

  private static final int PAIRS = 15;
  private static final int JOBS = 1_000;

  private NodeFigures() {}

  /** See the class. */
  public static void main(String[] arguments) {
    int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PAIRS;
    int jobs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : JOBS;
    try (RealNode node = RealNode.start();
        Platform platform = Platform.on(node)) {
      new ApplyToComplete(platform, System.out).run(pairs);
      new OperatorMemory(platform, System.out).run(jobs);
    }
  }
}
