package dev.groma.operator.attempt;

import dev.groma.api.runner.JobReference;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt's artifacts go, below what the submitter chose: a place for each attempt, so
 * that a late runner cannot overwrite what a later one has stored.
 */
public final class ResultPlace {

  private ResultPlace() {}

  /**
   * Such as {@code ridge/plans/4f7c2a91-.../1/}.
   *
   * @param chosen by the submitter, with or without a slash at its end; null for nothing
   */
  public static String prefix(@Nullable String chosen, JobReference job, int attempt) {
    String start =
        chosen == null || chosen.isEmpty() || chosen.endsWith("/") ? chosen : chosen + "/";
    return "%s%s/%s/%d/".formatted(start == null ? "" : start, job.namespace(), job.uid(), attempt);
  }
}
