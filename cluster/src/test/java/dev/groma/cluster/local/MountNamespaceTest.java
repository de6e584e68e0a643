package dev.groma.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.process.Leash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountNamespaceTest {
  @TempDir Path folder;

  private Path volume;
  private Path log;

  @BeforeEach
  void makeVolume() throws IOException {
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(
          Isolation.best() == Isolation.MOUNTS, "this machine allows no mount namespaces");
    }
    volume = Files.createDirectory(folder.resolve("volume"));
    log = folder.resolve("log");
  }

  @Test
  void volumesStandAtTheirPathsOneInsideTheOther() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.writeString(inner.resolve("file"), "inner");
    Files.writeString(volume.resolve("file"), "outer");

    String output =
        run(
            "cat /groma/file /groma/deep/er/file /var/run/secrets/groma/file",
            false,
            new MountPoint(inner, "/groma/deep/er", true),
            new MountPoint(inner, "/var/run/secrets/groma", true),
            new MountPoint(volume, "/groma", false));

    assertThat(output).isEqualTo("outerinnerinner");
  }

  @Test
  void whatIsWrittenOutsideVolumesStaysInTheContainer() throws Exception {
    Path outside = folder.resolve("outside");

    String output =
        run(
            "echo x > %s && cat %s && echo kept > /groma/file".formatted(outside, outside),
            false,
            new MountPoint(volume, "/groma", false));

    assertThat(output).isEqualTo("x\n");
    assertThat(outside).doesNotExist();
    assertThat(volume.resolve("file")).hasContent("kept");
  }

  @Test
  void aReadOnlyRootCanBeWrittenToInVolumesAlone() throws Exception {
    String output =
        run(
            """
            for path in /x /etc/x /usr/x /dev/x /groma/x; do echo x > $path || true; done 2>/dev/null
            echo scratch > /tmp/x && ls /x /etc/x /usr/x /dev/x /groma/x 2>/dev/null; cat /tmp/x
            """,
            true,
            new MountPoint(volume, "/tmp", false),
            new MountPoint(Files.createDirectory(folder.resolve("ro")), "/groma", true));

    assertThat(output).isEqualTo("scratch\n");
    assertThat(volume.resolve("x")).hasContent("scratch");
    // A read-only remount of the file system, not of the mount, would have taken the machine along.
    assertThat(Files.isWritable(folder)).isTrue();
  }

  @Test
  void devicesAreThoseOfAContainer() throws Exception {
    assertThat(run("ls /dev; head -c 3 /dev/zero | wc -c; echo err >&2", false))
        .isEqualTo(
            "fd\nfull\nnull\nrandom\nshm\nstderr\nstdin\nstdout\ntty\nurandom\nzero\n3\nerr\n");
  }

  @Test
  void theWorkingFolderIsThatOfTheContainer() throws Exception {
    var launch =
        new ContainerLaunch(
            List.of("sh", "-c", "pwd"),
            Map.of("PATH", "/usr/bin:/bin"),
            "/work/here",
            List.of(),
            false,
            folder);

    Leash.ofThisJvm().start(MountNamespace.command(launch, log)).exit().get();

    assertThat(log).hasContent("/work/here");
  }

  private String run(String script, boolean readOnlyRoot, MountPoint... mounts) throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    var launch =
        new ContainerLaunch(
            List.of("sh", "-c", script),
            Map.of("PATH", "/usr/bin:/bin"),
            "/",
            List.of(mounts),
            readOnlyRoot,
            scratch);
    Leash.ofThisJvm().start(MountNamespace.command(launch, log)).exit().get();
    return Files.readString(log);
  }
}
