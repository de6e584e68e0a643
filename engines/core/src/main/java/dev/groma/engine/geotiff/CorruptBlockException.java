package dev.groma.engine.geotiff;

/** A strip or tile cannot be decoded. */
final class CorruptBlockException extends Exception {

  private static final long serialVersionUID = 1L;

  CorruptBlockException(String message) {
    super(message);
  }
}
