package dev.groma.cluster.realnode;

import dev.groma.cluster.await.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cgroups of one node, the same name in each hierarchy of version 1, or the one of version 2.
 *
 * <p>They are all that a node leaves behind when its JVM is killed; the name says whose they are.
 */
final class Cgroups implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final String PREFIX = "groma-node-";

  /**
   * The weight of all containers together: that of eight processes outside. By default it would be
   * that of one, and a build beside the tests would leave an operator no time to answer its probes.
   */
  private static final int CPU_SHARES = 8 * 1024;

  private final String name;

  private Cgroups(String name) {
    this.name = name;
  }

  /**
   * Makes those of a node and removes those of nodes whose JVM is gone.
   *
   * @param folder of the node, unlike any other's
   */
  static Cgroups create(Path folder) {
    hierarchies().forEach(Cgroups::removeAbandoned);
    var made = new Cgroups(PREFIX + folder.toString().substring(1).replace('/', '+'));
    made.folders()
        .forEach(cgroup -> {
          try {
            Files.createDirectories(cgroup);
            Path weight = cgroup.resolve("cpu.shares");
            if (Files.exists(weight)) {
              Files.writeString(weight, Integer.toString(CPU_SHARES));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return made;
  }

  /** As the kubelet's setting {@code cgroupRoot} has it. */
  String path() {
    return "/" + name;
  }

  /** The processes of a container, as this machine numbers them. */
  List<Long> processes(String container) {
    return read(cgroup("pids", container).resolve("cgroup.procs")).stream()
        .map(Long::valueOf)
        .toList();
  }

  /** Bytes of memory that a container uses and that cannot be taken from it at once. */
  long workingSet(String container) {
    Path cgroup = cgroup("memory", container);
    boolean unified = Files.exists(cgroup.resolve("memory.current"));
    long used =
        Long.parseLong(
            read(cgroup.resolve(unified ? "memory.current" : "memory.usage_in_bytes")).getFirst());
    String field = unified ? "inactive_file " : "total_inactive_file ";
    return read(cgroup.resolve("memory.stat")).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> used - Long.parseLong(line.substring(field.length())))
        .findFirst()
        .orElseThrow();
  }

  private Path cgroup(String controller, String container) {
    Path hierarchy = isUnified() ? ROOT : ROOT.resolve(controller);
    try (Stream<Path> all = Files.walk(hierarchy.resolve(name))) {
      return all.filter(folder -> folder.getFileName().toString().contains(container))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no cgroup of " + container));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes them; every process in them must be about to end. */
  @Override
  public void close() {
    folders().forEach(folder -> Await.until(folder + " to be empty", () -> remove(folder)));
  }

  private List<Path> folders() {
    return hierarchies().stream().map(hierarchy -> hierarchy.resolve(name)).toList();
  }

  private static List<Path> hierarchies() {
    if (isUnified()) {
      return List.of(ROOT);
    }
    try (Stream<Path> all = Files.list(ROOT)) {
      return all.filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith("unified"))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUnified() {
    return Files.exists(ROOT.resolve("cgroup.controllers"));
  }

  private static void removeAbandoned(Path hierarchy) {
    try (Stream<Path> all = Files.list(hierarchy)) {
      all.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
          .filter(folder -> Files.notExists(owner(folder)))
          .forEach(Cgroups::remove);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path owner(Path cgroup) {
    String folder = cgroup.getFileName().toString().substring(PREFIX.length());
    return Path.of("/" + folder.replace('+', '/'));
  }

  /** Whether it is gone with all below it. */
  private static boolean remove(Path cgroup) {
    try (Stream<Path> below = Files.walk(cgroup)) {
      // Only folders can be removed here; their files are the kernel's.
      for (Path folder :
          below.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(folder);
      }
      return true;
    } catch (NoSuchFileException gone) {
      return true;
    } catch (FileSystemException busy) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
