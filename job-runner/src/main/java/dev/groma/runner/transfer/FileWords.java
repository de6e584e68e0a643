package dev.groma.runner.transfer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What failures of files mean. */
public final class FileWords {

  private FileWords() {}

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
}
