package dev.groma.cluster.realnode;

import dev.groma.cluster.ControlPlaneException;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.process.Child;
import dev.groma.cluster.process.ChildCommand;
import dev.groma.cluster.process.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process namespace with mounts and a network of its own. Everything in it ends with it.
 *
 * <p>What lies below {@code /run}, {@code /var/lib} and {@code /var/log} is its own; the rest of
 * the file system is this machine's.
 */
final class Sandbox implements AutoCloseable {
  private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

  private final Child holder;
  private final long first;

  private Sandbox(Child holder, long first) {
    this.holder = holder;
    this.first = first;
  }

  /**
   * Opens one.
   *
   * @param folder holds what is in its {@code /var/lib} and {@code /var/log}
   */
  static Sandbox open(Path folder) {
    Path log = folder.resolve("sandbox.log");
    List<String> command =
        List.of(
            "unshare",
            "--mount",
            "--pid",
            "--net",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "sh",
            "-c",
            script(),
            "groma-sandbox",
            folder.toString());
    Child holder =
        Leash.ofThisJvm().start(new ChildCommand(command, Map.of("PATH", PATH), folder, log));
    Await.until(
        "namespaces of a node",
        () -> {
          if (!holder.isAlive()) {
            throw new ControlPlaneException(
                "no namespaces for a node can be made here:\n" + read(log));
          }
          return Files.exists(folder.resolve("ready"));
        });
    long first =
        ProcessHandle.of(holder.pid())
            .flatMap(process -> process.children().findFirst())
            .orElseThrow()
            .pid();
    return new Sandbox(holder, first);
  }

  /** Its first process, as this machine numbers it. */
  long firstProcess() {
    return first;
  }

  /** What runs a command in its network alone. */
  List<String> network() {
    return List.of("nsenter", "--net=/proc/%d/ns/net".formatted(first), "--");
  }

  /** What runs a command in it; such a command ends with it. */
  List<String> inside() {
    return List.of("nsenter", "--target", Long.toString(first), "--mount", "--pid", "--net", "--");
  }

  /** Ends everything in it and waits for that. */
  @Override
  public void close() {
    holder.killAndWait();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private static String script() {
    try (var text = Sandbox.class.getResourceAsStream("sandbox.sh")) {
      if (text == null) {
        throw new IllegalStateException("sandbox.sh is missing beside " + Sandbox.class.getName());
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
