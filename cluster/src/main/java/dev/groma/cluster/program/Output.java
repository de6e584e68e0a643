package dev.groma.cluster.program;

/**
 * What a program has left.
 *
 * @param exitCode 0 for success
 * @param out its standard output
 * @param err its standard error
 */
public record Output(int exitCode, String out, String err) {

  /**
   * Its standard output.
   *
   * @throws IllegalStateException with its standard error when it failed
   */
  public String success() {
    if (exitCode != 0) {
      throw new IllegalStateException("exit code " + exitCode + ":\n" + err + out);
    }
    return out;
  }
}
