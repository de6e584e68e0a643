package dev.groma.cluster;

import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the three programs are. {@code cluster/control-plane/build} alone knows: it takes {@code
 * GROMA_CONTROL_PLANE_DIR} or {@code KUBEBUILDER_ASSETS} where they hold all of them, else its
 * cache, else it builds them.
 *
 * @param folder holds etcd, kube-apiserver and kube-controller-manager
 */
record Binaries(Path folder) {

  static Binaries find() {
    return find(Map.of());
  }

  /** The same with these variables in the script's environment. */
  static Binaries find(Map<String, String> environment) {
    Path script = SourceTree.root().resolve("cluster/control-plane/build");
    try {
      // It builds for minutes, so what it says is passed on at once.
      Output build =
          new Program(script, environment).run(List.of(), "", line -> System.err.println(line));
      if (build.exitCode() != 0) {
        throw new ControlPlaneException(build.err().strip());
      }
      return new Binaries(Path.of(build.out().strip()));
    } catch (UncheckedIOException e) {
      throw new ControlPlaneException("cannot run " + script, e);
    }
  }

  Path program(String name) {
    return folder.resolve(name);
  }
}
