package dev.groma.runner.attempt;

import dev.groma.engine.Engine;

/** Messages about faults that are nobody's parameter or input. */
final class Words {

  private Words() {}

  /** What to say of something that an engine should never do. */
  static String ofFault(Engine<?, ?> engine, Throwable fault) {
    return switch (fault) {
      case OutOfMemoryError memory ->
          "%s needs more than the %,d MiB of memory that it was given (%s); give it more, or a smaller input"
              .formatted(
                  engine.name(), Runtime.getRuntime().maxMemory() >> 20, memory.getMessage());
      case StackOverflowError depth ->
          "%s went too deep (stack overflow at %s); the fault is Groma's: please report it with the input"
              .formatted(engine.name(), place(depth));
      default ->
          "%s failed by a fault of its own: %s at %s; please report it with the input"
              .formatted(engine.name(), fault, place(fault));
    };
  }

  private static String place(Throwable fault) {
    StackTraceElement[] stack = fault.getStackTrace();
    return stack.length == 0 ? "an unknown place" : stack[0].toString();
  }
}
