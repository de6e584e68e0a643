package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/java-home}, on which every entry relies. */
class JavaHomeTest {

  @TempDir private Path folder;

  @Test
  void a_new_enough_java_home_is_taken() throws IOException, InterruptedException {
    Path home = jdk("jdk with a space", "26.0.1");
    assertThat(javaHome(home)).isEqualTo(home.toString());
  }

  @Test
  void an_older_one_gives_way_to_one_that_is_installed() throws IOException, InterruptedException {
    Path old = jdk("old", "17.0.9");
    Path installed = jdk(".sdkman/candidates/java/25-tem", "25");
    assertThat(javaHome(old)).isNotEqualTo(old.toString());
    assertThat(javaHome(old, "PATH", folder + "/bin:/usr/bin:/bin"))
        .satisfies(found -> assertThat(feature(Path.of(found))).isGreaterThanOrEqualTo(25));
    assertThat(installed).exists();
  }

  @Test
  void a_runtime_without_a_compiler_is_no_jdk() throws IOException, InterruptedException {
    Path home = jdk("jre", "25.0.1");
    Files.delete(home.resolve("bin/javac"));
    assertThat(javaHome(home)).isNotEqualTo(home.toString());
  }

  @Test
  void the_java_on_the_path_is_found_behind_links() throws IOException, InterruptedException {
    Path home = jdk("jdk-27", "27-ea");
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("alternative"), home.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("../alternative"));
    assertThat(javaHome(folder.resolve("none"), "PATH", bin + ":/usr/bin:/bin"))
        .isEqualTo(home.toRealPath().toString());
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      Files.createFile(
          home.resolve("bin").resolve(program),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static int feature(Path home) {
    try {
      String release = Files.readString(home.resolve("release"));
      return Integer.parseInt(release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1"));
    } catch (IOException e) {
      throw new AssertionError(home + " is no JDK", e);
    }
  }

  private String javaHome(Path javaHome, String... environment)
      throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("groma.root"), "scripts", "java-home");
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return found.strip();
  }
}
