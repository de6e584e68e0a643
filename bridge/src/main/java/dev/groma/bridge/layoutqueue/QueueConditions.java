package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutqueue.QueueConditionType;
import dev.groma.api.reason.QueueReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** The conditions of a LayoutQueue: a pure function of its situation. */
final class QueueConditions {

  private QueueConditions() {}

  /**
   * All of them.
   *
   * @param before those that are recorded: a time of transition stays where the status does
   */
  static List<Condition> of(
      Situation situation, long generation, List<Condition> before, Instant now) {
    return Arrays.stream(QueueConditionType.values())
        .map(type -> {
          String status = holds(type, situation) ? "True" : "False";
          return new Condition(
              type.name(),
              status,
              situation.reason().name(),
              situation.message(),
              since(type.name(), status, before, now),
              generation);
        })
        .toList();
  }

  private static boolean holds(QueueConditionType type, Situation situation) {
    return switch (type) {
      case Receiving -> situation.reason() == QueueReason.Receiving;
      case Ready -> situation.standing() == Situation.Standing.READY;
      case Reconciling -> situation.standing() == Situation.Standing.RECONCILING;
      case Stalled -> situation.standing() == Situation.Standing.STALLED;
    };
  }

  private static String since(String type, String status, List<Condition> before, Instant now) {
    return before.stream()
        .filter(one -> one.type().equals(type) && one.status().equals(status))
        .map(Condition::lastTransitionTime)
        .findFirst()
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
