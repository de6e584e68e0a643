package dev.groma.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
    var builder = new ProcessBuilder(script.toString());
    builder.environment().putAll(environment);
    try {
      Process build = builder.start();
      build.getOutputStream().close();
      CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> tell(build));
      String folder =
          new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (build.waitFor() != 0) {
        throw new ControlPlaneException(said.join().strip());
      }
      return new Binaries(Path.of(folder));
    } catch (IOException e) {
      throw new ControlPlaneException("cannot run " + script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ControlPlaneException("interrupted while " + script + " was running", e);
    }
  }

  /** Passes on what the script says while it builds, since that takes minutes. */
  private static String tell(Process build) {
    var said = new StringBuilder();
    build
        .errorReader(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> {
          System.err.println(line);
          said.append(line).append('\n');
        });
    return said.toString();
  }

  Path program(String name) {
    return folder.resolve(name);
  }
}
