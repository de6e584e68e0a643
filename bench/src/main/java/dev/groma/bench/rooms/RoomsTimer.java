package dev.groma.bench.rooms;

import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.LengthUnit;
import dev.groma.engine.rooms.RoomDetector;
import dev.groma.engine.rooms.RoomParameters;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Times one contender in this JVM on one plan and prints {@code MILLISECONDS ROOMS HEAP_MIB}: the
 * median of the rounds after a warm-up of some seconds, and the highest use of the heap.
 */
public final class RoomsTimer {

  /** 50 mm: more than the jitter can part two ends. */
  static final double SNAP_METRES = 0.05;

  /** By then the compiler has done what it will do; Python needs none. */
  private static final long WARM_UP_NANOS = 4_000_000_000L;

  private RoomsTimer() {}

  /** Arguments: groma or jts, file of little-endian doubles, counted rounds. */
  public static void main(String[] arguments) throws Exception {
    double[] segments = read(Path.of(arguments[1]));
    Callable<Integer> contender = contender(arguments[0], segments);
    double[] millis = new double[Integer.parseInt(arguments[2])];
    int rooms = contender.call();
    for (long begin = System.nanoTime(); System.nanoTime() - begin < WARM_UP_NANOS; ) {
      rooms = contender.call();
    }
    for (int round = 0; round < millis.length; round++) {
      long start = System.nanoTime();
      rooms = contender.call();
      millis[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT, "%.3f %d %d%n", millis[millis.length / 2], rooms, peakHeapMebibytes());
  }

  private static Callable<Integer> contender(String name, double[] segments) {
    return switch (name) {
      case "groma" -> {
        WallPlan plan = Grid.plan(segments);
        RoomParameters parameters = new RoomParameters(LengthUnit.METRE, SNAP_METRES, 0, 0, null);
        yield () ->
            new RoomDetector().detect(plan, parameters, EngineContext.silent()).rooms().size();
      }
      case "jts" -> () -> JtsPeer.faces(segments, SNAP_METRES);
      default -> throw new IllegalArgumentException("groma or jts, not " + name);
    };
  }

  private static double[] read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    double[] segments = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(segments);
    return segments;
  }

  private static long peakHeapMebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
