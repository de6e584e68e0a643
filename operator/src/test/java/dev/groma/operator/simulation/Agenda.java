package dev.groma.operator.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** What is going to happen, in virtual time. One thing may let time pass while it happens. */
final class Agenda {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long millis;
  private long steps;
  private long added;

  private record Entry(long at, long order, Runnable what) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
    }
  }

  /** The time. */
  Instant now() {
    return START.plusMillis(millis);
  }

  /** The time since the start, in milliseconds. */
  long millis() {
    return millis;
  }

  /** How much has happened. */
  long steps() {
    return steps;
  }

  /** Lets something happen after so many milliseconds. */
  void in(long delay, Runnable what) {
    entries.add(new Entry(millis + Math.max(0, delay), added++, what));
  }

  /** Lets something happen after this time. */
  void in(Duration delay, Runnable what) {
    in(delay.toMillis(), what);
  }

  /** Lets everything happen that is due until then, and no more than so much altogether. */
  void passUntil(long until, long stepsMax) {
    while (!entries.isEmpty() && entries.peek().at() <= until && steps < stepsMax) {
      Entry next = entries.remove();
      millis = Math.max(millis, next.at());
      steps++;
      next.what().run();
    }
    millis = Math.max(millis, until);
  }
}
