package dev.groma.bridge.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Lets one of several actors go on at a time, as chance has it. An actor has a thread of its own,
 * and hands the baton back before each of its effects.
 */
final class Baton {

  /** Ends an actor where it stands, as a power cut does. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /** An actor and where it stands. */
  private static final class Actor {
    final String name;
    final Semaphore turn = new Semaphore(0);
    boolean ended;
    boolean killed;

    Actor(String name) {
      this.name = name;
    }
  }

  private final Random random;
  private final List<Actor> actors = new ArrayList<>();
  private final Semaphore back = new Semaphore(0);
  private final ThreadLocal<Actor> current = new ThreadLocal<>();
  private final List<Throwable> failures = new ArrayList<>();

  Baton(Random random) {
    this.random = random;
  }

  /** Adds an actor, which does not go on before its first turn. */
  void add(String name, Runnable life) {
    Actor actor = new Actor(name);
    actors.add(actor);
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          current.set(actor);
          actor.turn.acquireUninterruptibly();
          try {
            if (!actor.killed) {
              life.run();
            }
          } catch (Killed end) {
            // As was to be.
          } catch (Throwable bug) {
            failures.add(bug);
          } finally {
            actor.ended = true;
            back.release();
          }
        });
  }

  /** Called by an actor before an effect: the others may go on first. */
  void yield() {
    Actor actor = current.get();
    back.release();
    actor.turn.acquireUninterruptibly();
    if (actor.killed) {
      throw new Killed();
    }
  }

  /** Lets one actor go on to its next effect; false when there is none left. */
  boolean step() {
    actors.removeIf(actor -> actor.ended);
    if (actors.isEmpty()) {
      return false;
    }
    Actor next = actors.get(random.nextInt(actors.size()));
    next.turn.release();
    back.acquireUninterruptibly();
    failures.stream()
        .findFirst()
        .ifPresent(bug -> {
          throw new AssertionError("a bug in the bridge", bug);
        });
    return true;
  }

  /** Kills every actor whose name begins with this. */
  void kill(String prefix) {
    for (Actor actor : List.copyOf(actors)) {
      if (!actor.ended && actor.name.startsWith(prefix)) {
        actor.killed = true;
        actor.turn.release();
        back.acquireUninterruptibly();
      }
    }
    actors.removeIf(actor -> actor.ended);
  }
}
