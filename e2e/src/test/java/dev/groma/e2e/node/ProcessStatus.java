package dev.groma.e2e.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel says of a process.
 *
 * @param lines of its {@code /proc/ID/status}: proc_pid_status(5)
 */
record ProcessStatus(List<String> lines) {

  /**
   * Asks it.
   *
   * @param process as this machine numbers it
   */
  static ProcessStatus of(long process) {
    try {
      return new ProcessStatus(Files.readAllLines(Path.of("/proc/" + process + "/status")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of a field such as {@code CapEff}. */
  String value(String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field + ":"))
        .findFirst()
        .orElseThrow()
        .substring(field.length() + 1)
        .strip();
  }
}
