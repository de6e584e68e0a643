package dev.groma.bench.sitelayout;

import dev.groma.engine.EngineContext;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Takes the time between two questions whether a run should stop: as long as a person would wait.
 */
final class Pauses implements EngineContext {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long before = System.nanoTime();
  private long cpuBefore = threads.getCurrentThreadCpuTime();
  private long longest;
  private long longestCpu;
  private long questions;

  @Override
  public void progress(int percent, String stage) {}

  @Override
  public void checkCancelled() {
    long now = System.nanoTime();
    long cpuNow = threads.getCurrentThreadCpuTime();
    longest = Math.max(longest, now - before);
    longestCpu = Math.max(longestCpu, cpuNow - cpuBefore);
    before = now;
    cpuBefore = cpuNow;
    questions++;
  }

  /** The longest pause, in milliseconds. */
  double longestMillis() {
    return longest / 1e6;
  }

  /** The longest work between two questions, in milliseconds of the processor. */
  double longestCpuMillis() {
    return longestCpu / 1e6;
  }

  long questions() {
    return questions;
  }
}
