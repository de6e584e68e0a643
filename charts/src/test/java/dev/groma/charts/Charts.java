package dev.groma.charts;

import dev.groma.cluster.SourceTree;
import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.program.Output;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the charts lie, and the sets of values that they are tried with. */
final class Charts {

  static final Path ROOT = SourceTree.root();
  static final Path GROMA = ROOT.resolve("charts/groma");
  static final Path CRDS = ROOT.resolve("charts/groma-crds");

  /** Without it the chart leaves out what belongs to the Prometheus operator and to KEDA. */
  static final String WITH_EVERY_KIND = "--api-versions=monitoring.coreos.com/v1,keda.sh/v1alpha1";

  private Charts() {}

  /** The names of the sets of values in the chart's folder {@code ci}. */
  static List<String> sets() {
    return List.of("default", "namespaced", "everything");
  }

  /** The release {@code groma} in {@code groma-system} with a set of values. */
  static Release release(String set) {
    return Release.groma("groma-system", read(GROMA.resolve("ci/" + set + "-values.yaml")));
  }

  /** What helm's own check says of both charts with a set of values. */
  static Output lint(Helm helm, String set) {
    return helm.run(
        "lint",
        "--strict",
        "--values=" + GROMA.resolve("ci/" + set + "-values.yaml"),
        GROMA.toString(),
        CRDS.toString());
  }

  /** The objects of a kind. */
  static <T extends HasMetadata> Stream<T> of(Class<T> kind, List<HasMetadata> objects) {
    return objects.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether objects of its kind are in a namespace. */
  static boolean isNamespaced(HasMetadata object) {
    return object instanceof Namespaced;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
