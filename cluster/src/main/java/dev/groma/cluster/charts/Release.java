package dev.groma.cluster.charts;

import dev.groma.cluster.SourceTree;
import java.nio.file.Path;

/**
 * A chart of this repository under a name, in a namespace, with values.
 *
 * @param chart its folder under {@code charts}
 * @param name of the release
 * @param namespace of the release
 * @param values YAML text, over the chart's own
 */
public record Release(String chart, String name, String namespace, String values) {

  /** The operator's chart as {@code groma}. */
  public static Release groma(String namespace, String values) {
    return new Release("groma", "groma", namespace, values);
  }

  /** The chart of the CRDs as {@code groma-crds}. */
  public static Release crds(String values) {
    return new Release("groma-crds", "groma-crds", "groma-system", values);
  }

  /** The same with other values. */
  public Release with(String others) {
    return new Release(chart, name, namespace, others);
  }

  Path chartFolder() {
    return SourceTree.root().resolve("charts").resolve(chart);
  }
}
