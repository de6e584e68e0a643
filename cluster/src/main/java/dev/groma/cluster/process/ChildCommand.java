package dev.groma.cluster.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child process.
 *
 * @param arguments the program and its arguments
 * @param environment the whole environment of the child, nothing is inherited
 * @param folder its working folder
 * @param log file that gets its standard output and error, appended
 */
public record ChildCommand(
    List<String> arguments, Map<String, String> environment, Path folder, Path log) {

  /** Checks that there is a program to run. */
  public ChildCommand {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
