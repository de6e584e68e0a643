package dev.groma.operator.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a runner is going to do. */
enum Plan {
  SUCCEED(0),
  TRANSIENT(75, "TransientFailure"),
  UNREACHABLE(69, "InputUnreachable"),
  CRASH(1),
  /** Has stored its artifacts, and is killed before it says so. */
  STORE_AND_CRASH(1),
  OUT_OF_MEMORY(137),
  BAD_DATA(65, "BadData"),
  TIME_OUT(124, "EngineTimeout"),
  /** Goes on for ever. */
  HANG(143),
  GARBAGE(0),
  GARBAGE_AND_CRASH(70),
  NO_WORD(0),
  /** Reports for the attempt before, or after, its own. */
  OTHER_ATTEMPT(0),
  /** Has stored its artifacts, and reports another digest. */
  OTHER_DIGEST(0),
  /** Reports what it has not stored. */
  NOT_STORED(0),
  /** Reports what the attempt before it has stored, as its own. */
  NOT_ITS_OWN(0);

  private static final List<Plan> FAILURES =
      List.of(
          TRANSIENT,
          TRANSIENT,
          UNREACHABLE,
          CRASH,
          STORE_AND_CRASH,
          STORE_AND_CRASH,
          OUT_OF_MEMORY,
          BAD_DATA,
          TIME_OUT,
          HANG,
          GARBAGE_AND_CRASH);
  private static final List<Plan> LIES =
      List.of(GARBAGE, NO_WORD, OTHER_ATTEMPT, OTHER_DIGEST, NOT_STORED);
  private static final List<Plan> LIES_ABOUT_OTHERS = List.of(OTHER_ATTEMPT, NOT_ITS_OWN);

  private final int exitCode;
  private final @Nullable String reason;

  Plan(int exitCode) {
    this(exitCode, null);
  }

  Plan(int exitCode, @Nullable String reason) {
    this.exitCode = exitCode;
    this.reason = reason;
  }

  /** Of a runner of this attempt. */
  static Plan of(World world, int attempt) {
    if (world.chance().perMille(world.faults().lie())) {
      Plan lie = world.chance().oneOf(attempt > 1 ? LIES_ABOUT_OTHERS : LIES);
      // In a bucket nobody but the reader can tell.
      return lie.isAboutDigests() && !world.scenario().usesConfigMap() ? GARBAGE : lie;
    }
    return world.chance().perMille(world.faults().failure())
        ? world.chance().oneOf(FAILURES)
        : SUCCEED;
  }

  int exitCode() {
    return exitCode;
  }

  /** Whether it stores its artifacts before it ends. */
  boolean stores() {
    return this == SUCCEED || this == STORE_AND_CRASH || this == OTHER_DIGEST;
  }

  private boolean isAboutDigests() {
    return this == OTHER_DIGEST || this == NOT_STORED || this == NOT_ITS_OWN;
  }

  /** Whether an attempt that ends so counts. */
  boolean counts() {
    return switch (this) {
      case TRANSIENT, UNREACHABLE, CRASH, STORE_AND_CRASH, OUT_OF_MEMORY -> true;
      case SUCCEED,
          BAD_DATA,
          TIME_OUT,
          HANG,
          GARBAGE,
          GARBAGE_AND_CRASH,
          NO_WORD,
          OTHER_ATTEMPT,
          OTHER_DIGEST,
          NOT_STORED,
          NOT_ITS_OWN ->
          false;
    };
  }

  /** The termination message; null for none. */
  @Nullable String lastWord(String uid, int attempt) {
    return switch (this) {
      case SUCCEED -> answer(uid, attempt, Scenario.digest(attempt));
      case TRANSIENT, UNREACHABLE, BAD_DATA, TIME_OUT, HANG -> failure(uid, attempt, reason);
      case CRASH, STORE_AND_CRASH, OUT_OF_MEMORY, NO_WORD -> null;
      case GARBAGE, GARBAGE_AND_CRASH -> "Exception in thread \"main\"";
      case OTHER_ATTEMPT -> {
        int other = attempt == 1 ? 2 : attempt - 1;
        yield answer(uid, other, Scenario.digest(other));
      }
      case NOT_ITS_OWN -> answer(uid, attempt, Scenario.digest(Math.max(1, attempt - 1)));
      case OTHER_DIGEST, NOT_STORED -> answer(uid, attempt, Scenario.digest(attempt + 1000));
    };
  }

  static String failure(String uid, int attempt, @Nullable String reason) {
    return word(
        uid,
        attempt,
        "\"failure\":{\"reason\":\"" + (reason == null ? "Stopped" : reason) + "\",\"message\":\"no\"}");
  }

  private static String answer(String uid, int attempt, String digest) {
    return word(
        uid,
        attempt,
        "\"summary\":{\"roomsCount\":3,\"confidenceScore\":1.0,\"totalAreaM2\":42.5},"
            + "\"artifacts\":[{\"name\":\"rooms.geojson\",\"mediaType\":\"application/geo+json\","
            + "\"bytes\":7,\"sha256\":\""
            + digest
            + "\"}]");
  }

  private static String word(String uid, int attempt, String rest) {
    return "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"TerminationMessage\",\"jobUid\":\""
        + uid
        + "\",\"attempt\":"
        + attempt
        + ","
        + rest
        + "}";
  }
}
