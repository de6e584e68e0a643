package dev.groma.e2e.reliability;

import java.lang.reflect.Method;
import java.util.Comparator;

/**
 * A row of the table.
 *
 * @param promise what is tried to be broken
 * @param fault how
 * @param test class and method
 * @param result what came of it
 */
record Row(Promise promise, String fault, String test, String result) {

  static final Comparator<Row> ORDER = Comparator.comparing(Row::promise).thenComparing(Row::test);

  static Row of(Method test, String result) {
    Proof proof = test.getAnnotation(Proof.class);
    return new Row(
        proof.promise(),
        proof.fault(),
        test.getDeclaringClass().getSimpleName() + "." + test.getName(),
        result);
  }

  /** As it stands in the page, up to the result. */
  String start() {
    return "| %s | %s | `%s` | ".formatted(promise.words(), fault, test);
  }

  String line() {
    return start() + result + " |";
  }
}
