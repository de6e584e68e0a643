package dev.groma.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a reader says of bad input. */
public final class Refusals {

  private Refusals() {}

  /** The message of the refusal that must come. */
  public static String of(ThrowingCallable reading) {
    BadInputException refusal = catchThrowableOfType(BadInputException.class, reading);
    assertThat(refusal).as("a refusal").isNotNull();
    return String.valueOf(refusal.getMessage());
  }
}
