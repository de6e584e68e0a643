package dev.groma.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs several command lines in one process. The AOT cache of the runner's image learns from one
 * process, and has to know more than one command.
 */
public final class Rehearsal {

  private Rehearsal() {}

  /**
   * Runs them in order, up to the first that fails, and ends the process with its exit code.
   *
   * @param arguments one file with a command line in each line, its words with single spaces
   *     between
   */
  public static void main(String[] arguments) throws IOException {
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      int code = Groma.run(line.split(" ", -1));
      if (code != 0) {
        System.exit(code);
      }
    }
  }
}
