package dev.groma.operator.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.status.JobState;
import dev.groma.operator.attempt.RunnerJob;
import java.time.Duration;

/**
 * One row of a table.
 *
 * @param statement about the product
 * @param world in which it holds
 * @param seconds after the start
 * @param expected decision, in words
 */
public record Row(String statement, World world, long seconds, String expected) {

  static Row row(String statement, World world, long seconds, String expected) {
    return new Row(statement, world, seconds, expected);
  }

  /** Decides and compares. */
  void check() {
    assertThat(inWords(decision())).isEqualTo(expected);
  }

  /** What is decided. */
  public Decision decision() {
    return world.decide(seconds);
  }

  @Override
  public String toString() {
    return statement;
  }

  /** A decision without messages and lists, which other tests look at. */
  static String inWords(Decision decision) {
    return switch (decision) {
      case Decision.CreateJob create -> "create the Job of attempt " + create.ledger().attempt();
      case Decision.Report report ->
          "attempt %d %s".formatted(report.ledger().attempt(), inWords(report.state()));
      case Decision.Acknowledge acknowledge -> "acknowledge";
      case Decision.StopJob(RunnerJob job) ->
          "stop attempt " + job.name().substring(job.name().lastIndexOf('-') + 1);
      case Decision.Delete delete -> "delete the LayoutJob";
      case Decision.Wait(Duration atMost) -> "wait " + atMost.toSeconds() + " s";
      case Decision.LookCloser closer -> "look closer";
      case Decision.AskWhy ask -> "ask why";
      case Decision.Rest rest -> "rest";
      case Decision.SetAside aside -> "set aside";
    };
  }

  private static String inWords(JobState state) {
    return switch (state) {
      case JobState.Pending pending -> "pending: " + pending.reason();
      case JobState.Queued queued -> "queued: " + queued.reason();
      case JobState.Running running -> "running";
      case JobState.Suspended suspended -> "suspended";
      case JobState.Succeeded succeeded ->
          succeeded.answer().reusedFrom() == null ? "succeeded" : "succeeded by another job";
      case JobState.Failed failed -> "failed: " + failed.reason();
      case JobState.Cancelled cancelled -> "cancelled";
    };
  }
}
