package dev.groma.api.status;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a status keeps of a job's attempts: which number is the current one, what is used up of the
 * budget, and what has happened. Whatever the operator does next follows from this and the world,
 * so it is written before anything is done.
 *
 * @param attempt number of the current attempt, begun or about to begin, from 1
 * @param budget what is used up
 * @param notBefore when the current attempt may begin, or was first kept from it; null for at once
 * @param memory of the current attempt, where it was raised; null otherwise
 * @param past the newest attempts that ended without an answer, oldest first
 * @param startedAt when the first attempt started; null until one has
 */
public record Ledger(
    int attempt,
    AttemptBudget budget,
    @Nullable Instant notBefore,
    @Nullable String memory,
    List<PastAttempt> past,
    @Nullable Instant startedAt) {

  /** Copies the list. */
  public Ledger {
    past = List.copyOf(past);
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be at least 1, was " + attempt);
    }
  }

  /** The ledger of a job that nothing is recorded of. */
  public static Ledger fresh(int retry) {
    return new Ledger(1, AttemptBudget.unused(retry), null, null, List.of(), null);
  }

  /** The ledger that a status keeps. */
  public static Ledger of(@Nullable LayoutJobStatus status) {
    if (status == null) {
      return fresh(0);
    }
    Integer attempts = status.attempts();
    return new Ledger(
        attempts == null ? 1 : Math.max(1, attempts),
        Objects.requireNonNullElse(status.budget(), AttemptBudget.unused(0)),
        time(status.nextAttemptTime()),
        status.memory(),
        Objects.requireNonNullElse(status.pastAttempts(), List.of()),
        time(status.startTime()));
  }

  /** The same, with the first start; a start that is known is kept. */
  public Ledger started(@Nullable Instant at) {
    return startedAt != null || at == null
        ? this
        : new Ledger(attempt, budget, notBefore, memory, past, at);
  }

  /** The same, with this as the time at which the current attempt may begin. */
  public Ledger begins(Instant at) {
    return new Ledger(attempt, budget, at, memory, past, startedAt);
  }

  /** The same, with the current attempt among the past ones. */
  public Ledger ended(PastAttempt end) {
    List<PastAttempt> all = Stream.concat(past.stream(), Stream.of(end)).toList();
    int from = Math.max(0, all.size() - LayoutJobStatus.PAST_ATTEMPTS_MAX);
    return new Ledger(attempt, budget, notBefore, memory, all.subList(from, all.size()), startedAt);
  }

  /**
   * The same, with the next attempt as the current one.
   *
   * @param used budget then
   * @param at when it may begin; null for at once
   * @param raised memory of the next attempt; null for the usual
   */
  public Ledger next(AttemptBudget used, @Nullable Instant at, @Nullable String raised) {
    return new Ledger(attempt + 1, used, at, raised, past, startedAt);
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException foreign) {
      return null;
    }
  }
}
