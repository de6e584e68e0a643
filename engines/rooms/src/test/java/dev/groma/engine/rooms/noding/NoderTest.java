package dev.groma.engine.rooms.noding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.exact.Orientation;
import dev.groma.engine.rooms.flat.DisjointSets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What noding promises, checked pair by pair on drawings without any order. */
class NoderTest {

  private static final double NOISE = 0x1p-40;

  @ParameterizedTest
  @CsvSource({
    "1, 30, 0.5, 0", "2, 100, 0.3, 0", "3, 300, 0.1, 0", "4, 40, 1, 0",
    "5, 30, 0.5, 0.001", "6, 100, 0.3, 0.003", "7, 300, 0.1, 0.01", "8, 40, 1, 0.01",
    "9, 60, 0.3, 0.03", "10, 300, 0.05, 0.02", "11, 200, 0.02, 0.02", "12, 500, 0.1, 0.05",
    "13, 100, 0.5, 0.1", "14, 1000, 0.03, 0.01", "15, 20, 1, 0.3"
  })
  void edgesMeetAtTheirEndsOnly(long seed, int count, double length, double tolerance)
      throws Exception {
    double[] ends = soup(new Random(seed), count, length);
    Noder noder = new Noder(tolerance + NOISE, NOISE, EngineContext.silent());

    noder.add(ends);

    String what = "seed " + seed + ", " + Arrays.toString(ends);
    assertNoded(noder, tolerance + NOISE, what);
    assertSegmentsAreConnected(noder, ends, what);
    assertNear(noder, ends, tolerance + NOISE, what);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.01", "3, 0.03"})
  void segmentsAddedLaterAreNodedWithThoseThere(long seed, double tolerance) throws Exception {
    Random random = new Random(seed);
    Noder noder = new Noder(tolerance + NOISE, NOISE, EngineContext.silent());
    noder.add(soup(random, 50, 0.5));
    noder.add(soup(random, 50, 0.5));

    assertNoded(noder, tolerance + NOISE, "seed " + seed);
  }

  @Test
  void removedSegmentsLeaveTheOthersTheirEdges() throws Exception {
    Noder noder = new Noder(NOISE, NOISE, EngineContext.silent());
    noder.add(new double[] {0, 0, 1, 0, 0, 0, 1, 0, 0.5, -1, 0.5, 1});

    noder.remove(new boolean[] {true, false, true});

    assertThat(noder.edges().count()).isEqualTo(2);
    assertThat(noder.edges().source(0)).isEqualTo(1);
  }

  @Test
  void hatchingIsRefusedBeforeItTakesTheMemory() {
    double[] ends = new double[4 * 4000];
    for (int i = 0; i < 2000; i++) {
      double at = i / 2000.0;
      System.arraycopy(new double[] {at, 0, at, 1}, 0, ends, 8 * i, 4);
      System.arraycopy(new double[] {0, at, 1, at}, 0, ends, 8 * i + 4, 4);
    }

    assertThatThrownBy(() -> new Noder(NOISE, NOISE, EngineContext.silent()).add(ends))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cross each other too often");
  }

  @Test
  void stopsWhenCancelled() {
    EngineContext cancelled =
        new EngineContext() {
          @Override
          public void progress(int percent, String stage) {}

          @Override
          public void checkCancelled() throws CancelledException {
            throw new CancelledException();
          }
        };

    assertThatThrownBy(() -> new Noder(NOISE, NOISE, cancelled).add(soup(new Random(1), 100, 0.3)))
        .isInstanceOf(CancelledException.class);
  }

  private static double[] soup(Random random, int count, double length) {
    double[] ends = new double[4 * count];
    for (int i = 0; i < count; i++) {
      ends[4 * i] = random.nextDouble();
      ends[4 * i + 1] = random.nextDouble();
      ends[4 * i + 2] = ends[4 * i] + length * (2 * random.nextDouble() - 1);
      ends[4 * i + 3] = ends[4 * i + 1] + length * (2 * random.nextDouble() - 1);
    }
    return ends;
  }

  private static void assertNoded(Noder noder, double tolerance, String what) {
    Nodes nodes = noder.nodes();
    Edges edges = noder.edges();
    for (int e = 0; e < edges.count(); e++) {
      int a = edges.from(e);
      int b = edges.to(e);
      for (int f = e + 1; f < edges.count(); f++) {
        int c = edges.from(f);
        int d = edges.to(f);
        assertThat(a == c && b == d).as(() -> "edge twice, " + what).isFalse();
        assertThat(cross(nodes, a, b, c, d))
            .as(() -> wkt(nodes, a, b, c, d) + ", " + what)
            .isFalse();
        for (int end : new int[] {c, d}) {
          assertThat(end != a && end != b && isInside(nodes, a, b, end, nodes.reach(end)))
              .as(() -> "node in edge " + wkt(nodes, a, b, c, d) + ", " + what)
              .isFalse();
        }
        for (int end : new int[] {a, b}) {
          assertThat(end != c && end != d && isInside(nodes, c, d, end, nodes.reach(end)))
              .as(() -> "node in edge " + wkt(nodes, c, d, a, b) + ", " + what)
              .isFalse();
        }
      }
      assertThat(nodes.distanceSquared(a, b)).as(what).isGreaterThan(tolerance * tolerance);
    }
  }

  private static boolean cross(Nodes nodes, int a, int b, int c, int d) {
    return side(nodes, a, b, c) * side(nodes, a, b, d) < 0
        && side(nodes, c, d, a) * side(nodes, c, d, b) < 0;
  }

  private static int side(Nodes nodes, int a, int b, int c) {
    return Orientation.of(nodes.x(a), nodes.y(a), nodes.x(b), nodes.y(b), nodes.x(c), nodes.y(c));
  }

  private static boolean isInside(Nodes nodes, int a, int b, int node, double reach) {
    double whole = nodes.distanceSquared(a, b);
    double[] edge = {nodes.x(a), nodes.y(a), nodes.x(b), nodes.y(b)};
    double along =
        (nodes.x(node) - edge[0]) * (edge[2] - edge[0])
            + (nodes.y(node) - edge[1]) * (edge[3] - edge[1]);
    return along > 0
        && along < whole
        && SegmentDistance.squared(edge, 0, nodes.x(node), nodes.y(node)) < 0.999 * reach * reach
        && nodes.distanceSquared(a, node) < whole
        && nodes.distanceSquared(b, node) < whole;
  }

  /** The pieces of a segment lead from its first node to its last. */
  private static void assertSegmentsAreConnected(Noder noder, double[] ends, String what) {
    Edges edges = noder.edges();
    DisjointSets[] pieces = new DisjointSets[ends.length / 4];
    boolean[][] touches = new boolean[pieces.length][noder.nodes().size()];
    for (int e = 0; e < edges.count(); e++) {
      for (int i = edges.sourceStart(e); i < edges.sourceStart(e + 1); i++) {
        int s = edges.source(i);
        if (pieces[s] == null) {
          pieces[s] = new DisjointSets(noder.nodes().size());
        }
        pieces[s].join(edges.from(e), edges.to(e));
        touches[s][edges.from(e)] = true;
        touches[s][edges.to(e)] = true;
      }
    }
    for (int s = 0; s < pieces.length; s++) {
      if (pieces[s] != null) {
        int root = -1;
        for (int node = 0; node < touches[s].length; node++) {
          if (touches[s][node]) {
            int found = pieces[s].find(node);
            root = root < 0 ? found : root;
            assertThat(found).as("segment " + s + " torn apart, " + what).isEqualTo(root);
          }
        }
      }
    }
  }

  /** Nothing wanders away from where it was drawn. */
  private static void assertNear(Noder noder, double[] ends, double tolerance, String what) {
    Nodes nodes = noder.nodes();
    Edges edges = noder.edges();
    double farthest = 0;
    for (int e = 0; e < edges.count(); e++) {
      for (int i = edges.sourceStart(e); i < edges.sourceStart(e + 1); i++) {
        for (int node : new int[] {edges.from(e), edges.to(e)}) {
          farthest =
              Math.max(
                  farthest,
                  SegmentDistance.squared(ends, edges.source(i), nodes.x(node), nodes.y(node)));
        }
      }
    }
    assertThat(Math.sqrt(farthest)).as(what).isLessThanOrEqualTo(4 * tolerance);
  }

  private static String wkt(Nodes nodes, int... path) {
    return Arrays.stream(path)
        .mapToObj(node -> nodes.x(node) + " " + nodes.y(node))
        .collect(Collectors.joining(", "));
  }
}
