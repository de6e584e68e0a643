package dev.groma.engine.rooms.noding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.rooms.flat.IntList;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The indexes against looking at everything. */
class IndexTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 64, 65, 600})
  void pairsOfOverlappingBoxes(int count) throws Exception {
    Random random = new Random(count);
    double[] boxes = boxes(random, count);
    boolean[] active = new boolean[count];
    for (int i = 0; i < count; i++) {
      active[i] = random.nextInt(4) == 0;
    }
    TreeSet<String> expected = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        if ((active[i] || active[j]) && overlap(boxes, i, boxes, j)) {
          expected.add(i + " " + j);
        }
      }
    }
    TreeSet<String> found = new TreeSet<>();

    BoxTree.of(boxes)
        .visitPairs(
            active,
            (first, second) ->
                assertThat(found.add(first + " " + second)).as("each pair once").isTrue());

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 600})
  void boxesThatOverlapOne(int count) throws Exception {
    Random random = new Random(count);
    double[] boxes = boxes(random, count);
    for (int query = 0; query < 50; query++) {
      double[] asked = boxes(random, 1);
      TreeSet<Integer> expected = new TreeSet<>();
      for (int i = 0; i < count; i++) {
        if (overlap(boxes, i, asked, 0)) {
          expected.add(i);
        }
      }
      TreeSet<Integer> found = new TreeSet<>();

      BoxTree.of(boxes).visit(asked[0], asked[1], asked[2], asked[3], found::add);

      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void highestBoxBelowAPoint() {
    Random random = new Random(3);
    double[] boxes = boxes(random, 600);
    for (int query = 0; query < 200; query++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      double expected = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < 600; i++) {
        if (boxes[4 * i] <= x && x <= boxes[4 * i + 2] && boxes[4 * i + 3] <= y) {
          expected = Math.max(expected, boxes[4 * i + 3]);
        }
      }
      double[] found = {Double.NEGATIVE_INFINITY};

      BoxTree.of(boxes)
          .searchDown(
              x,
              y,
              item -> {
                if (boxes[4 * item + 3] <= y) {
                  found[0] = Math.max(found[0], boxes[4 * item + 3]);
                }
                return found[0];
              });

      assertThat(found[0]).isEqualTo(expected);
    }
  }

  @Test
  void nodesNearAPoint() {
    Random random = new Random(5);
    Nodes nodes = new Nodes(0.02, 1e-9);
    for (int i = 0; i < 5000; i++) {
      nodes.add(random.nextDouble() * 2 - 1, random.nextDouble() * 2 - 1, false);
    }
    for (int query = 0; query < 500; query++) {
      double x = random.nextDouble() * 2 - 1;
      double y = random.nextDouble() * 2 - 1;
      int nearest = -1;
      TreeSet<Integer> within = new TreeSet<>();
      for (int node = 0; node < nodes.size(); node++) {
        double distance = nodes.distanceSquared(node, x, y);
        if (distance <= 0.02 * 0.02) {
          within.add(node);
          nearest = nearest < 0 || distance < nodes.distanceSquared(nearest, x, y) ? node : nearest;
        }
      }

      assertThat(nodes.nearest(x, y)).isEqualTo(nearest);
      IntList found = new IntList(8);
      nodes.within(0.02, x, y, found);
      assertThat(new TreeSet<>(Arrays.stream(found.toArray()).boxed().toList())).isEqualTo(within);
    }
  }

  @Test
  void neighboursOnTheCurveAreNeighboursInThePlane() {
    int side = 64;
    double[] xy = new double[2 * side * side];
    for (int i = 0; i < side * side; i++) {
      xy[2 * i] = i % side;
      xy[2 * i + 1] = i / side;
    }

    int[] order = HilbertOrder.of(xy, side * side);

    assertThat(Arrays.stream(order).distinct().count()).isEqualTo(side * side);
    for (int i = 1; i < order.length; i++) {
      double steps =
          Math.abs(xy[2 * order[i]] - xy[2 * order[i - 1]])
              + Math.abs(xy[2 * order[i] + 1] - xy[2 * order[i - 1] + 1]);
      assertThat(steps).isLessThanOrEqualTo(2);
    }
  }

  private static double[] boxes(Random random, int count) {
    double[] boxes = new double[4 * count];
    for (int i = 0; i < count; i++) {
      boxes[4 * i] = random.nextDouble();
      boxes[4 * i + 1] = random.nextDouble();
      boxes[4 * i + 2] = boxes[4 * i] + 0.2 * random.nextDouble();
      boxes[4 * i + 3] = boxes[4 * i + 1] + 0.2 * random.nextDouble();
    }
    return boxes;
  }

  private static boolean overlap(double[] a, int i, double[] b, int j) {
    return a[4 * i] <= b[4 * j + 2]
        && b[4 * j] <= a[4 * i + 2]
        && a[4 * i + 1] <= b[4 * j + 3]
        && b[4 * j + 1] <= a[4 * i + 3];
  }
}
