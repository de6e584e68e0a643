package dev.groma.e2e.reliability;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that tries to break a promise. It may take a {@link Finding} as a parameter. */
@Test
@ExtendWith(Ledger.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proof {
  /** What it tries to break. */
  Promise promise();

  /** How, in a few words. */
  String fault();
}
