package dev.groma.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a document: every problem up to a bound, and how many there were in all.
 *
 * @param first the first problems in document order, at least one, at most {@link #LIMIT}
 * @param total how many problems there were, at least {@code first.size()}
 */
public record Problems(List<Problem> first, int total) {

  /** Problems kept of one document; chosen: more than anyone mends in one go. */
  public static final int LIMIT = 100;

  public Problems {
    first = List.copyOf(first);
    if (first.isEmpty() || first.size() > LIMIT || total < first.size()) {
      throw new IllegalArgumentException(
          "between 1 and " + LIMIT + " problems of " + total + " expected, not " + first.size());
    }
  }

  /** One problem a line, and a last line that counts the ones left out. */
  public String describe() {
    String lines = first.stream().map(Problem::describe).collect(Collectors.joining("\n"));
    int left = total - first.size();
    return left == 0 ? lines : lines + "\nand " + left + " more";
  }
}
