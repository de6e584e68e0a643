package dev.groma.cluster.realnode;

import dev.groma.cluster.ControlPlaneException;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a node runs.
 *
 * @param folder holds what {@code cluster/node/build} has built
 * @param cniPlugins holds the system's CNI plugins
 */
record NodePrograms(Path folder, Path cniPlugins) {

  /**
   * Installs and builds what is missing.
   *
   * @throws ControlPlaneException when that fails; the message says what to do
   */
  static NodePrograms find() {
    script("install");
    Path cniPlugins =
        Stream.of("/usr/lib/cni", "/opt/cni/bin")
            .map(Path::of)
            .filter(folder -> Files.isExecutable(folder.resolve("ptp")))
            .findFirst()
            .orElseThrow();
    return new NodePrograms(Path.of(script("build").strip()), cniPlugins);
  }

  String program(String name) {
    return folder.resolve(name).toString();
  }

  /**
   * Writes an image that holds a static program and nothing else.
   *
   * @param name of the image
   * @param program file of the program
   * @param archive file to write
   */
  static void writeImage(String name, Path program, Path archive) {
    script("image", name, program.toString(), archive.toString());
  }

  private static String script(String name, String... arguments) {
    Path script = SourceTree.root().resolve("cluster/node").resolve(name);
    Output output =
        new Program(script).run(List.of(arguments), "", line -> System.err.println(line));
    if (output.exitCode() != 0) {
      throw new ControlPlaneException(output.err().strip());
    }
    return output.out();
  }
}
