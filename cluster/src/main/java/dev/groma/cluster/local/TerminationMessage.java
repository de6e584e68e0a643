package dev.groma.cluster.local;

import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a container leaves behind as its last words, cut as a kubelet cuts it. */
final class TerminationMessage {
  /** kubelet's MaxContainerTerminationMessageLength. */
  private static final int MAX_MESSAGE_BYTES = 4096;

  /** kubelet's MaxContainerTerminationMessageLogLength and -LogLines. */
  private static final int MAX_LOG_BYTES = 2048;

  private static final int MAX_LOG_LINES = 80;

  private TerminationMessage() {}

  static String read(Container container, int exitCode, Path messageFile, Path log) {
    byte[] message = bytes(messageFile);
    if (message.length > 0) {
      return text(message, 0, Math.min(message.length, MAX_MESSAGE_BYTES));
    }
    boolean fromLog = "FallbackToLogsOnError".equals(container.getTerminationMessagePolicy());
    return fromLog && exitCode != 0 ? tail(bytes(log)) : "";
  }

  private static String tail(byte[] log) {
    int start = Math.max(0, log.length - MAX_LOG_BYTES);
    int lines = 0;
    for (int i = log.length - 2; i >= start; i--) {
      if (log[i] == '\n' && ++lines == MAX_LOG_LINES) {
        start = i + 1;
      }
    }
    return text(log, start, log.length - start);
  }

  private static String text(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
