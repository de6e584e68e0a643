package dev.groma.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where the three programs are. {@code cluster/control-plane/build} alone knows: it takes {@code
 * GROMA_CONTROL_PLANE_DIR} or {@code KUBEBUILDER_ASSETS} where they hold all of them, else its
 * cache, else it builds them.
 *
 * @param folder holds etcd, kube-apiserver and kube-controller-manager
 */
record Binaries(Path folder) {

  static Binaries find() {
    Path script = SourceTree.root().resolve("cluster/control-plane/build");
    try {
      Process build =
          new ProcessBuilder(script.toString()).redirectError(ProcessBuilder.Redirect.PIPE).start();
      build.getOutputStream().close();
      var errors = new StringBuilder();
      Thread reader =
          Thread.ofVirtual()
              .start(() ->
                  build
                      .errorReader(StandardCharsets.UTF_8)
                      .lines()
                      .forEach(line -> {
                        errors.append(line).append('\n');
                        System.err.println(line);
                      }));
      String folder =
          new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      reader.join();
      if (build.waitFor() != 0) {
        throw new ControlPlaneException(errors.toString().strip());
      }
      return new Binaries(Path.of(folder));
    } catch (IOException e) {
      throw new ControlPlaneException("cannot run " + script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ControlPlaneException("interrupted while " + script + " was running", e);
    }
  }

  Path program(String name) {
    return folder.resolve(name);
  }
}
