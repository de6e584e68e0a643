package dev.groma.runner.cli;

/** The command line asks for something that there is not; the message is for the user. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
