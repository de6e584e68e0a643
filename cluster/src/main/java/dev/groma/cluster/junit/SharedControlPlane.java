package dev.groma.cluster.junit;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;

/** The control plane that all tests of this JVM share; it ends with the JVM. */
public final class SharedControlPlane {
  private SharedControlPlane() {}

  private static final class Holder {
    static final ControlPlane CLUSTER = ControlPlane.start(options());
  }

  /** Starts it at the first call, with the CRDs of {@code crds/}. */
  public static ControlPlane get() {
    return Holder.CLUSTER;
  }

  private static ControlPlaneOptions options() {
    Path crds = SourceTree.root().resolve("crds");
    var options = ControlPlaneOptions.defaults();
    return Files.isDirectory(crds) ? options.withCrds(crds) : options;
  }
}
