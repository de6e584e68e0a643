package dev.groma.runner.attempt;

import dev.groma.engine.Engine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Messages about what is nobody's parameter or input. */
public final class Words {

  private Words() {}

  /** What a failure of reading or writing means, with the file. */
  public static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "no such file: " + missing.getFile();
      case AccessDeniedException denied ->
          "may not be read or written by this user: " + denied.getFile();
      case FileSystemException file when file.getReason() != null ->
          "%s: %s".formatted(file.getReason(), file.getFile());
      default -> "reading or writing failed: " + failure.getMessage();
    };
  }

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
