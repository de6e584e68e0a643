package dev.groma.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong while a document is read: keeps the first {@link Problems#LIMIT} problems
 * and counts the rest, so a document with a million mistakes costs no more than one with a hundred.
 *
 * <p>Not thread-safe.
 */
public final class ProblemList {

  private final List<Problem> first = new ArrayList<>();
  private int total;

  /** Adds one problem. */
  public void add(Problem problem) {
    if (!isFull()) {
      first.add(problem);
    }
    total++;
  }

  /** Counts one problem whose description nobody will see: call it only when {@link #isFull()}. */
  public void count() {
    total++;
  }

  /** Whether further problems are only counted. */
  public boolean isFull() {
    return first.size() == Problems.LIMIT;
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return total == 0;
  }

  /**
   * What was collected.
   *
   * @throws IllegalArgumentException when nothing was
   */
  public Problems toProblems() {
    return new Problems(first, total);
  }

  /** Returns normally when nothing is wrong. */
  public void throwIfBadInput() throws BadInputException {
    if (!isEmpty()) {
      throw new BadInputException(toProblems());
    }
  }

  /** Returns normally when nothing is wrong. */
  public void throwIfBadParameters() throws BadParametersException {
    if (!isEmpty()) {
      throw new BadParametersException(toProblems());
    }
  }
}
