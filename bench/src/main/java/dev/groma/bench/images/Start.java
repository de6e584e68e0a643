package dev.groma.bench.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one process took.
 *
 * @param firstRequest milliseconds until it asked S3 for its input
 * @param whole milliseconds until it had ended
 * @param cpu milliseconds of processor time of it and its children, in steps of 10
 */
record Start(double firstRequest, double whole, double cpu) {

  private static final double MILLIS_PER_TICK = 10; // USER_HZ, which Linux has fixed at 100

  /** Fields 16 and 17 of proc_pid_stat(5), counted from the one behind the program's name. */
  private static final int CHILDREN_USER = 13;

  /** Runs it. */
  static Start of(Runnable process, PlanStore s3) throws IOException {
    s3.expectFirst();
    double cpu = cpuOfChildren();
    long start = System.nanoTime();
    process.run();
    long end = System.nanoTime();
    return new Start((s3.firstRequest() - start) / 1e6, (end - start) / 1e6, cpuOfChildren() - cpu);
  }

  /** Of all processes that this one has started and that have ended. */
  private static double cpuOfChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return MILLIS_PER_TICK
        * (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1]));
  }

  /** The median of one number of several. */
  static double median(List<Start> starts, ToDoubleFunction<Start> number) {
    return starts.stream().mapToDouble(number).sorted().toArray()[starts.size() / 2];
  }
}
