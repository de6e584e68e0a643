package dev.groma.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinariesTest {
  private static final List<String> PROGRAMS =
      List.of("etcd", "kube-apiserver", "kube-controller-manager");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"GROMA_CONTROL_PLANE_DIR", "KUBEBUILDER_ASSETS"})
  void aGivenFolderIsTakenWhenItHoldsAllThreePrograms(String variable) throws IOException {
    for (String program : PROGRAMS) {
      executable(folder.resolve(program), "");
    }

    assertThat(Binaries.find(Map.of(variable, folder.toString())).folder()).isEqualTo(folder);
  }

  @Test
  void aFolderWithoutTheControllerManagerIsNotEnough() throws IOException {
    executable(folder.resolve("etcd"), "");
    executable(folder.resolve("kube-apiserver"), "");

    assertThatThrownBy(
            () -> Binaries.find(nothingElse(Map.of("KUBEBUILDER_ASSETS", folder.toString()))))
        .isInstanceOf(ControlPlaneException.class);
  }

  @Test
  void withoutProgramsAndWithoutGoTheMessageSaysWhatToDo() {
    assertThatThrownBy(() -> Binaries.find(nothingElse(Map.of())))
        .isInstanceOf(ControlPlaneException.class)
        .hasMessageContaining("install Go")
        .hasMessageContaining("set GROMA_CONTROL_PLANE_DIR or KUBEBUILDER_ASSETS to a folder")
        .hasMessageContaining("etcd kube-apiserver kube-controller-manager");
  }

  /** An empty cache, and a PATH with what the script needs and no Go. */
  private Map<String, String> nothingElse(Map<String, String> given) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    for (String program : List.of("bash", "dirname", "awk", "cat", "mkdir", "flock")) {
      executable(programs.resolve(program), "exec /usr/bin/" + program + " \"$@\"");
    }
    var environment = new java.util.HashMap<String, String>();
    environment.put("GROMA_CONTROL_PLANE_DIR", "");
    environment.put("KUBEBUILDER_ASSETS", "");
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("PATH", programs.toString());
    environment.putAll(given);
    return environment;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
