package dev.groma.operator.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that happens under one seed. */
final class Schedule {

  /** More than this is a loop. */
  static final long STEPS_MAX = 20_000;

  /** Every fourteenth or so is undisturbed. */
  private static final int UNDISTURBED = 70;

  private static final long FAULTS_MIN = 60_000;
  private static final long FAULTS_MAX = 900_000;
  private static final Duration END_WITHIN = Duration.ofHours(4);
  private static final Duration IDLE = Duration.ofHours(12);

  private final World world;
  private final boolean undisturbed;
  private final Invariants invariants;
  private final People people;
  private final List<SimulatedOperator> operators;

  private Schedule(long seed, Mutant mutant, Trace trace) {
    Chance chance = new Chance(seed);
    this.undisturbed = chance.perMille(UNDISTURBED);
    this.world =
        new World(
            chance, Scenario.of(chance), undisturbed ? Faults.none() : Faults.some(chance), trace);
    Runners runners = new Runners(world);
    this.invariants = new Invariants(world, runners);
    JobController controller = new JobController(world);
    this.people = new People(world, invariants);
    invariants.knows(controller);
    world.api().watch(invariants);
    this.operators =
        List.of(
            new SimulatedOperator(world, invariants, mutant, "operator-a"),
            new SimulatedOperator(world, invariants, mutant, "operator-b"));
    world.api().watch(controller);
    world.api().watch(new Nodes(world, runners, invariants, controller));
    world.api().watch(people);
  }

  /** What is broken under this seed; empty where every promise is kept. */
  static Optional<String> violation(long seed, Mutant mutant) {
    return run(seed, mutant, new Trace(false));
  }

  /** The same, with everything that led to it. */
  static String trace(long seed, Mutant mutant) {
    Trace trace = new Trace(true);
    String end = run(seed, mutant, trace).orElse("every promise is kept");
    return trace + "\n" + end;
  }

  private static Optional<String> run(long seed, Mutant mutant, Trace trace) {
    try {
      new Schedule(seed, mutant, trace).run();
      return Optional.empty();
    } catch (Violation violation) {
      return Optional.of(violation.getMessage());
    } catch (RuntimeException fault) {
      return Optional.of(
          "a fault: "
              + fault
              + " at "
              + (fault.getStackTrace().length == 0 ? "?" : fault.getStackTrace()[0]));
    }
  }

  private void run() {
    operators.forEach(SimulatedOperator::start);
    operators.getFirst().leads(true);
    people.submit();
    if (!world.isCalm()) {
      world.soon(1, 30_000, this::troubleOperators);
    }
    long faultsUntil = undisturbed ? 0 : world.chance().between(FAULTS_MIN, FAULTS_MAX);
    world.agenda().passUntil(faultsUntil, STEPS_MAX);
    world.endFaults();
    people.settle();
    SimulatedOperator last = world.chance().oneOf(operators);
    operators.forEach(operator -> operator.leads(operator.equals(last)));
    long until = world.agenda().millis() + END_WITHIN.toMillis();
    world.agenda().passUntil(until, STEPS_MAX);
    Invariants.require(
        world.agenda().steps() < STEPS_MAX, () -> "after so many steps the job is still busy");
    invariants.atRest();
    if (undisturbed) {
      costs();
    }
    idle();
  }

  /** Leaders change, and an old one goes on for a while; any may be killed. */
  private void troubleOperators() {
    if (world.isCalm()) {
      return;
    }
    if (world.chance().perMille(world.faults().leaderChange())) {
      operators.forEach(this::changeRole);
    }
    if (world.chance().perMille(world.faults().crash())) {
      world.chance().oneOf(operators).kill();
    }
    world.soon(1, 60_000, this::troubleOperators);
  }

  private void changeRole(SimulatedOperator operator) {
    if (!operator.leads()) {
      operator.leads(true);
      return;
    }
    world.soon(
        1,
        60_000,
        () -> {
          if (!world.isCalm()) {
            operator.leads(false);
          }
        });
  }

  private void costs() {
    Invariants.require(
        invariants.creations() == 1
            && invariants.writes() <= 3
            && invariants.liveReads() == 0
            && invariants.events() == 0,
        () ->
            "an undisturbed job costs %d creations, %d writes, %d reads and %d events"
                .formatted(
                    invariants.creations(),
                    invariants.writes(),
                    invariants.liveReads(),
                    invariants.events()));
  }

  /** Nothing is written or read for a world in which nothing changes. */
  private void idle() {
    int writes = invariants.writes();
    int reads = invariants.liveReads();
    operators.forEach(operator -> operator.leads(true));
    world.agenda().passUntil(world.agenda().millis() + IDLE.toMillis(), STEPS_MAX);
    operators.forEach(SimulatedOperator::call);
    world.agenda().passUntil(world.agenda().millis() + IDLE.toMillis(), STEPS_MAX);
    boolean kept = world.api().layoutJob() != null;
    Invariants.require(
        !kept || (invariants.writes() == writes && invariants.liveReads() == reads),
        () ->
            "%d writes and %d reads for a world in which nothing changes"
                .formatted(invariants.writes() - writes, invariants.liveReads() - reads));
    invariants.atRest();
  }
}
