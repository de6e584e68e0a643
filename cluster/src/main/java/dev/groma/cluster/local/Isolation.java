package dev.groma.cluster.local;

import dev.groma.cluster.process.Child;
import dev.groma.cluster.process.ChildCommand;
import dev.groma.cluster.process.Leash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** How a local process comes to see its volumes at the paths that its container names. */
public enum Isolation {
  /**
   * A mount namespace, for which a user who is not root also takes a user namespace. Every path is
   * as in the container, and what the process writes outside its volumes never reaches the machine.
   * Linux only.
   */
  MOUNTS,

  /**
   * Mount paths are replaced in the command and in the values of the environment, and the variable
   * {@code GROMA_TERMINATION_LOG} names the termination log. A program that opens a path it was not
   * told does not find it.
   */
  TRANSLATION;

  private static final class Detected {
    static final Isolation BEST = mountsWork() ? MOUNTS : TRANSLATION;
  }

  /** {@link #MOUNTS} where this machine allows it to this user, which is tried once. */
  public static Isolation best() {
    return Detected.BEST;
  }

  ChildCommand command(ContainerLaunch launch, Path log) {
    return switch (this) {
      case MOUNTS -> MountNamespace.command(launch, log);
      case TRANSLATION -> PathTranslation.command(launch, log);
    };
  }

  private static boolean mountsWork() {
    Path folder = Leash.ofThisJvm().newFolder("isolation");
    try {
      Path file = Files.writeString(folder.resolve("file"), "");
      Path scratch = Files.createDirectory(folder.resolve("scratch"));
      var launch =
          new ContainerLaunch(
              List.of("true"),
              Map.of("PATH", "/usr/bin:/bin"),
              "/groma/folder",
              List.of(
                  new MountPoint(folder, "/groma/read", true),
                  new MountPoint(folder, "/var/run/secrets/groma", true),
                  new MountPoint(file, "/dev/termination-log", false)),
              true,
              scratch);
      Child child = Leash.ofThisJvm().start(MOUNTS.command(launch, folder.resolve("log")));
      return child.exit().get() == 0;
    } catch (java.io.IOException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      Leash.ofThisJvm().remove(folder);
    }
  }
}
