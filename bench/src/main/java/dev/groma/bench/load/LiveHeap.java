package dev.groma.bench.load;

import java.nio.file.Path;

/** All objects of a JVM that are reachable, as a full collection counts them. */
public final class LiveHeap {

  private LiveHeap() {}

  /** Their bytes. */
  public static long bytes(long pid) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    String histogram = Command.output(jcmd.toString(), Long.toString(pid), "GC.class_histogram");
    String total =
        histogram
            .lines()
            .filter(line -> line.startsWith("Total"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(histogram));
    return Long.parseLong(total.trim().split("\\s+")[2]);
  }
}
