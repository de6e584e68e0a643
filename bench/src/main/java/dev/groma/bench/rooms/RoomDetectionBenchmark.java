package dev.groma.bench.rooms;

import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.LengthUnit;
import dev.groma.engine.rooms.RoomDetector;
import dev.groma.engine.rooms.RoomParameters;
import dev.groma.engine.rooms.WallPlan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From walls in memory to rooms with all that is told about them, on one thread, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class RoomDetectionBenchmark {

  /** Rooms in a row: 49, 1,024 and 10,000 rooms. */
  @Param({"7", "32", "100"})
  public int side;

  /** How far wall ends are off, in metres. */
  @Param({"0", "0.01"})
  public double jitterMetres;

  private WallPlan plan = WallPlan.builder().build();
  private final RoomParameters parameters =
      new RoomParameters(LengthUnit.METRE, RoomsTimer.SNAP_METRES, 0, 0, null);

  /** Draws the plan. */
  @Setup
  public void draw() {
    plan = Grid.plan(new Grid(side, jitterMetres).segments());
  }

  /** One whole detection. */
  @Benchmark
  public FloorPlan detect() throws Exception {
    return new RoomDetector().detect(plan, parameters, EngineContext.silent());
  }
}
