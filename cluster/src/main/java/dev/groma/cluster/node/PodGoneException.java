package dev.groma.cluster.node;

/** The Pod was removed, or replaced by another of its name. */
public final class PodGoneException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PodGoneException(String pod) {
    super("Pod " + pod + " is gone");
  }
}
