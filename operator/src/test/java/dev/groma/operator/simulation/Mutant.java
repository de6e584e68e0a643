package dev.groma.operator.simulation;

import dev.groma.operator.life.Decider;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The operator with one of its guards taken away: at the seam to the API server, in what it sees,
 * or in what it decides. Each is wrong in a way that some schedule shows.
 */
enum Mutant {
  /** The operator as it is. */
  NONE("none is taken away"),

  STATUS_WITHOUT_VERSION("a status is written only on the version that it was decided on"),
  STOP_WITHOUT_UID("a Job is deleted by its UID, not by its name"),
  EXPIRY_WITHOUT_VERSION("a LayoutJob is deleted only on the version that it was decided on"),
  STRANGERS_JOB_TAKEN("a Job of that name is ours only if its owner's UID says so"),

  FINAL_PHASE_IGNORED(
      "a final phase is final", Mutations::asIfRunning, (seen, decision) -> decision),
  CACHES_TAKEN_FOR_TRUTH(
      "what the caches lack may be there", Mutations::asIfLive, (seen, decision) -> decision),
  OTHER_ATTEMPTS_ARTIFACTS_TAKEN(
      "artifacts count for the attempt that stored them",
      Mutations::asIfStoredByCurrent,
      (seen, decision) -> decision),
  OTHER_ATTEMPTS_WORD_TAKEN(
      "a last word counts for the attempt that it names",
      Mutations::asIfSaidByCurrent,
      (seen, decision) -> decision),
  DIGEST_NOT_CHECKED(
      "a reported digest has to be the stored one",
      Mutations::asIfDigestsWereTrue,
      (seen, decision) -> decision),
  STORING_NOT_CHECKED(
      "reported artifacts have to be there",
      Mutations::asIfAllWereStored,
      (seen, decision) -> decision),

  WAIT_COUNTED_FROM_CREATION(
      "the start deadline counts from when Kueue last held the Job or let it go",
      Mutations::asIfNeverHeld,
      (seen, decision) -> decision),
  COUNTED_JOB_STOPPED(
      "a Job whose Pod is counted as over ends by itself, though the Pod is gone",
      Mutations::asIfNothingWereCounted,
      (seen, decision) -> decision),

  EARLIER_ATTEMPT_NOT_AWAITED(
      "an attempt begins when no earlier one lives", Mutations::doesNotAwaitEarlierAttempt),
  BACKOFF_NOT_AWAITED("an attempt begins when its time has come", Mutations::doesNotAwaitItsTime),
  NEVER_LOOKS_CLOSER(
      "where caches contradict each other the API server is asked",
      (seen, decision) ->
          decision instanceof Decision.LookCloser
              ? new Decision.Wait(Duration.ofMinutes(1))
              : decision),
  NEXT_ATTEMPT_NOT_RECORDED("an attempt is recorded before it begins", Mutations::beginsAtOnce),
  STRAY_JOB_LEFT(
      "a Job that must not run any more is stopped",
      (seen, decision) -> decision instanceof Decision.StopJob ? new Decision.Rest() : decision),
  NEWER_ATTEMPT_STOPPED(
      "an attempt that is newer than the record is left alone", Mutations::stopsNewerAttempt),
  ENDING_JOB_STOPPED(
      "a Job whose Pod is over ends by itself and keeps its log", Mutations::stopsWhatEnds),
  CHANGE_NOT_ACKNOWLEDGED(
      "a change of the spec is acknowledged after the end, too",
      (seen, decision) ->
          decision instanceof Decision.Acknowledge ? new Decision.Rest() : decision),
  DISRUPTION_COUNTED_AS_FAILURE(
      "a disruption does not use up attempts", Mutations::countsDisruptionsAsFailures),
  DISRUPTION_NOT_COUNTED("disruptions have a bound of their own", Mutations::countsNoDisruptions),
  FAILURE_NOT_COUNTED("a failure uses up an attempt", Mutations::countsNoFailures),
  SUSPENSION_COUNTED("a suspension does not use up attempts", Mutations::countsSuspensions),
  RETRIES_WITHOUT_BOUND("a job has so many attempts and no more", Mutations::triesForEver),
  SUSPENDED_NUMBER_USED_AGAIN(
      "an attempt that was stopped does not share its number", Mutations::keepsNumber),
  NODE_LOST_TOO_EARLY("a Pod that is to go has its time to go") {
    @Override
    Timing timing() {
      return new Timing(
          Scenario.TIMING.patience(),
          Scenario.TIMING.recheck(),
          Duration.ofMillis(1),
          Scenario.TIMING.settling());
    }
  };

  private final String guard;
  private final UnaryOperator<Snapshot> sight;
  private final BiFunction<Snapshot, Decision, Decision> choice;

  Mutant(String guard) {
    this(guard, seen -> seen, (seen, decision) -> decision);
  }

  Mutant(String guard, BiFunction<Snapshot, Decision, Decision> choice) {
    this(guard, seen -> seen, choice);
  }

  Mutant(
      String guard,
      UnaryOperator<Snapshot> sight,
      BiFunction<Snapshot, Decision, Decision> choice) {
    this.guard = guard;
    this.sight = sight;
    this.choice = choice;
  }

  /** What the guard says that is taken away. */
  String guard() {
    return guard;
  }

  Timing timing() {
    return Scenario.TIMING;
  }

  /** Decides as this one does. */
  BiFunction<Snapshot, Instant, Decision> decider() {
    return (seen, now) ->
        choice.apply(seen, Decider.decide(sight.apply(seen), Scenario.DEFAULTS, timing(), now));
  }

  boolean ignoresVersion() {
    return this == STATUS_WITHOUT_VERSION;
  }

  boolean ignoresUid() {
    return this == STOP_WITHOUT_UID;
  }

  boolean ignoresVersionOfDeletion() {
    return this == EXPIRY_WITHOUT_VERSION;
  }

  boolean takesForeignJobs() {
    return this == STRANGERS_JOB_TAKEN;
  }
}
