package dev.groma.bridge.simulation;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.bridge.consume.Handling;
import dev.groma.bridge.consume.Interpreter;
import dev.groma.bridge.consume.Tally;
import dev.groma.bridge.ledger.Ledger;
import dev.groma.bridge.ledger.Sweep;
import dev.groma.bridge.ledger.Sweeper;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.message.Verdict;
import dev.groma.bridge.pump.Breaker;
import dev.groma.bridge.queue.Received;
import dev.groma.bridge.store.NewJob;
import dev.groma.bridge.store.Storing;
import dev.groma.intake.Message;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** One run: messages are sent, twice and late, to two bridges that are killed now and then. */
final class Simulation {

  private static final int REQUESTS = 4;
  private static final int STEPS = 1_500;

  private final World world = new World();
  private final Random random;
  private final Baton baton;
  private final Mutant mutant;
  private int generation;

  Simulation(long seed, Mutant mutant) {
    this.random = new Random(seed);
    this.baton = new Baton(random);
    this.mutant = mutant;
  }

  /** What is wrong in the end; empty where all is well. */
  List<String> run() {
    for (int request = 0; request < REQUESTS; request++) {
      world.send("k-" + request, hash(request));
    }
    for (int step = 0; step < STEPS; step++) {
      chance();
      baton.step();
    }
    // No more trouble: whatever is left is finished.
    baton.kill("");
    for (int round = 0; round < 200 && !world.isEmpty(); round++) {
      world.now = world.now.plus(World.VISIBILITY);
      start("last");
      while (baton.step()) {
        // One after the other.
      }
    }
    return violations();
  }

  private void chance() {
    switch (random.nextInt(30)) {
      case 0 -> world.now = world.now.plusSeconds(random.nextInt(60));
      case 1 -> world.now = world.now.plus(Duration.ofSeconds(random.nextInt(240)));
      case 2, 3, 4 -> start("bridge-" + random.nextInt(2));
      case 5, 6, 11, 12 -> startSweeper();
      case 7 -> {
        if (random.nextInt(4) == 0) {
          baton.kill("bridge-" + random.nextInt(2));
        }
      }
      case 8, 13 -> endOne();
      case 9 -> {
        int request = random.nextInt(REQUESTS);
        // The sender tries again, or asks for something else under the same key.
        world.send("k-" + request, hash(random.nextInt(6) == 0 ? request + 100 : request));
      }
      case 10 ->
          // SQS delivers once more what it has hidden.
          world.queue.stream()
              .filter(message -> !message.deleted && random.nextInt(3) == 0)
              .forEach(message -> message.visibleAt = world.now);
      default -> {}
    }
  }

  private void endOne() {
    world.jobs.values().stream()
        .filter(job -> job.endedAt.isEmpty())
        .findFirst()
        .ifPresent(job -> job.endedAt = Optional.of(world.now));
  }

  /** A bridge takes one message, if there is one. */
  private void start(String bridge) {
    List<World.Message> visible = world.visible();
    if (visible.isEmpty()) {
      return;
    }
    World.Message message = visible.get(random.nextInt(visible.size()));
    message.visibleAt = world.now.plus(World.VISIBILITY);
    message.receipt = "r-" + ++generation;
    String receipt = message.receipt;
    Ports ports = new Ports(world, baton, random);
    baton.add(bridge + " " + message.id, () -> handle(message, receipt, ports));
  }

  private void handle(World.Message message, String receipt, Ports ports) {
    if (mutant == Mutant.DELETES_FIRST) {
      settle(message, receipt, new Verdict.Delete());
    }
    Breaker breaker = new Breaker(random);
    Handling handling =
        new Handling(
            received -> new Interpreter.Meaning.Jobs(List.of(job(message))),
            new Storing(
                Mutations.jobs(mutant, ports.jobs()),
                Mutations.tombstones(mutant, ports.ledger(), () -> world.now),
                () -> world.now),
            breaker,
            () -> {
              baton.yield();
              return random.nextInt(5) > 0;
            },
            Acknowledge.OnStored,
            new Tally(),
            () -> world.now);
    settle(message, receipt, handling.handle(received(message)));
  }

  private void settle(World.Message message, String receipt, Verdict verdict) {
    baton.yield();
    // The receipt of an earlier delivery is as good as none.
    boolean mine = message.receipt.equals(receipt);
    switch (verdict) {
      case Verdict.Delete delete -> message.deleted |= mine;
      case Verdict.DeadLetter dead -> {
        world.dead.add(message);
        baton.yield();
        message.deleted |= message.receipt.equals(receipt);
      }
      case Verdict.BackOff backOff -> message.visibleAt = world.now.plusSeconds(5);
      case Verdict.HandBack handBack -> message.visibleAt = world.now;
      case Verdict.AwaitEnds awaiting -> throw new AssertionError("not in this mode");
    }
  }

  /** One of the bridges leads; for a moment two may believe it. */
  private void startSweeper() {
    Ports ports = new Ports(world, baton, random);
    baton.add("bridge-" + random.nextInt(2) + " sweeper", () -> sweep(ports));
  }

  private void sweep(Ports ports) {
    List<Sweeper.Candidate> candidates = new ArrayList<>();
    world.jobs.forEach((key, job) ->
        job.endedAt.ifPresent(end ->
            candidates.add(
                new Sweeper.Candidate(
                    new Sweep.Ended(key, end.plus(World.TIME_TO_LIVE), true),
                    job.contentHash,
                    job.uid,
                    "1"))));
    Ledger ledger = ports.ledger();
    Sweeper sweeper =
        new Sweeper(
            Mutations.ledger(mutant, ledger),
            job -> ports.deleteEnded(job.key(), job.uid()),
            () -> world.now);
    try {
      sweeper.sweep(candidates);
    } catch (TroubledException later) {
      // The next round has it.
    }
  }

  private static NewJob job(World.Message message) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(
        new ObjectMetaBuilder().withNamespace("plans").withName("lj-" + message.key).build());
    return new NewJob(job, message.contentHash);
  }

  private Received received(World.Message message) {
    return new Received(
        new Message("{}", Map.of(), message.id, null),
        Map.of(),
        message.receipt,
        1,
        world.now,
        null,
        world.now);
  }

  private static String hash(int request) {
    return "%016x".formatted(request + 1).repeat(4);
  }

  private List<String> violations() {
    List<String> wrong = new ArrayList<>();
    if (!world.isEmpty()) {
      wrong.add("the queue is not empty");
    }
    IntStream.range(0, REQUESTS)
        .mapToObj(request -> new JobKey("plans", "lj-k-" + request))
        .forEach(key -> {
          int jobs = world.creations.getOrDefault(key, 0);
          if (jobs != 1) {
            wrong.add("%s had %d jobs".formatted(key, jobs));
          }
        });
    for (World.Message message : world.queue) {
      boolean isDead = world.dead.contains(message);
      boolean first =
          world.queue.stream()
                  .filter(other -> other.key.equals(message.key))
                  .map(other -> other.contentHash)
                  .distinct()
                  .count()
              == 1;
      if (isDead && first) {
        wrong.add("%s is dead and nothing is wrong with it".formatted(message.id));
      }
    }
    wrong.addAll(conflicts());
    return wrong;
  }

  /** Of two contents under one key the one that became the job is alive, the other dead. */
  private List<String> conflicts() {
    List<String> wrong = new ArrayList<>();
    world.queue.stream()
        .map(message -> message.key)
        .distinct()
        .forEach(key -> {
          long alive =
              world.queue.stream()
                  .filter(message -> message.key.equals(key) && !world.dead.contains(message))
                  .map(message -> message.contentHash)
                  .distinct()
                  .count();
          if (alive > 1) {
            wrong.add("two contents of %s were taken for one request".formatted(key));
          }
        });
    return wrong;
  }
}
