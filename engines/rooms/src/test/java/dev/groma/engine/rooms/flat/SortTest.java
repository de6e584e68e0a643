package dev.groma.engine.rooms.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 100, 5000})
  void radixSortIsTheStableSort(int size) {
    Random random = new Random(size);
    for (int bits : new int[] {1, 8, 11, 12, 33, 62}) {
      long[] keys = random.longs(size, 0, 1L << bits).toArray();
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(i -> keys[i]))
              .mapToInt(i -> i)
              .toArray();

      RadixSort.Sorted sorted = RadixSort.sort(keys.clone(), IntStream.range(0, size).toArray());

      assertThat(sorted.values()).isEqualTo(expected);
      assertThat(sorted.keys())
          .isEqualTo(Arrays.stream(expected).mapToLong(i -> keys[i]).toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 15, 16, 17, 100, 5000})
  void intSortIsTheStableSort(int size) {
    int[] keys = new Random(size).ints(size, 0, 50).toArray();
    int[] values = IntStream.range(0, size).toArray();
    int[] expected =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingInt(i -> keys[i]))
            .mapToInt(i -> i)
            .toArray();

    IntSort.sort(values, 0, size, (first, second) -> keys[first] < keys[second]);

    assertThat(values).isEqualTo(expected);
  }
}
