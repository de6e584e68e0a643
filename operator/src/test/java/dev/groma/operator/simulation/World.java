package dev.groma.operator.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** What all parts of a schedule share. */
final class World {

  private static final long QUOTA_MAX = 200_000;

  private final Agenda agenda = new Agenda();
  private final ApiServer api = new ApiServer();
  private final Chance chance;
  private final Scenario scenario;
  private final Trace trace;
  private Faults faults;
  private long quotaUntil;

  World(Chance chance, Scenario scenario, Faults faults, Trace trace) {
    this.chance = chance;
    this.scenario = scenario;
    this.faults = faults;
    this.trace = trace;
  }

  Agenda agenda() {
    return agenda;
  }

  ApiServer api() {
    return api;
  }

  Chance chance() {
    return chance;
  }

  Scenario scenario() {
    return scenario;
  }

  /** How likely faults are now. */
  Faults faults() {
    return faults;
  }

  /** Whether a quota is used up, which it is for a while. */
  boolean quotaIsUsedUp() {
    if (agenda.millis() >= quotaUntil && chance.perMille(faults.refusal())) {
      quotaUntil = agenda.millis() + chance.between(1, QUOTA_MAX);
    }
    return agenda.millis() < quotaUntil;
  }

  /** From now on nothing goes wrong any more. */
  void endFaults() {
    faults = Faults.none();
    quotaUntil = 0;
    say("world", () -> "faults stop");
  }

  boolean isCalm() {
    return faults.equals(Faults.none());
  }

  /** Lets something happen in between so many milliseconds. */
  void soon(long from, long to, Runnable what) {
    agenda.in(chance.between(from, to), what);
  }

  /** The time in whole seconds, as objects have it. */
  Instant seconds() {
    return agenda.now().truncatedTo(ChronoUnit.SECONDS);
  }

  void say(String who, Supplier<String> what) {
    trace.say(agenda.millis(), who, what);
  }
}
