package dev.groma.cluster.dev;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies what is added to all {@code .log} files of a folder to one stream, with their names. */
final class LogFollower {
  private static final long INTERVAL_MILLIS = 100;

  private final Path folder;
  private final PrintStream out;
  private final Map<Path, Long> offsets = new HashMap<>();

  LogFollower(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Follows until the thread is interrupted. */
  void follow() {
    try {
      while (true) {
        copyNew();
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Copies the whole lines that were added since the last call. */
  synchronized void copyNew() {
    for (Path log : logs()) {
      try {
        copyNew(log);
      } catch (NoSuchFileException e) {
        offsets.remove(log);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    out.flush();
  }

  private List<Path> logs() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      // a folder went away under our feet
      return List.of();
    }
  }

  private void copyNew(Path log) throws IOException {
    long offset = offsets.getOrDefault(log, 0L);
    try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
      if (channel.size() < offset) {
        offset = 0; // a restarted container begins anew
      }
      var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - offset));
      while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
        // one read may not fill the buffer
      }
      int end = bytes.position();
      while (end > 0 && bytes.get(end - 1) != '\n') {
        end--;
      }
      offsets.put(log, offset + end);
      String name = name(log);
      new String(bytes.array(), 0, end, StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> out.println(name + " | " + line));
    }
  }

  /** {@code NAMESPACE/POD/CONTAINER} of a container's log, {@code operator} of the operator's. */
  private String name(Path log) {
    String name = folder.relativize(log).toString();
    return name.substring(0, name.length() - ".log".length());
  }
}
