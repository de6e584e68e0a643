package dev.groma.cluster.realnode;

import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a node, through containerd's own client.
 *
 * @param entry command that runs another one in the sandbox
 * @param folder for archives that are made here
 */
record ImageStore(List<String> entry, Path folder) {

  private static final Program ENV = new Program(Path.of("/usr/bin/env"));

  /** Whether containerd answers. */
  boolean isReady() {
    return ctr("version").exitCode() == 0;
  }

  /** Loads those of an archive, under the names that it gives. */
  void add(Path archive) {
    ctr("images", "import", archive.toString()).success();
  }

  /** Makes and loads one that holds a static program and nothing else. */
  void add(String name, Path program) {
    Path archive = folder.resolve(program.getFileName() + ".image.tar");
    NodePrograms.writeImage(name, program, archive);
    add(archive);
  }

  /** Gives one another name. */
  void tag(String name, String another) {
    // An upgrade that is tried twice tags twice.
    ctr("images", "tag", "--force", name, another).success();
  }

  private Output ctr(String... words) {
    List<String> command = new ArrayList<>(entry);
    command.addAll(
        List.of("ctr", "--address", NodeFiles.CONTAINERD_SOCKET, "--namespace", "k8s.io"));
    command.addAll(List.of(words));
    return ENV.run(command);
  }
}
