package dev.groma.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminationMessageTest {
  private static final Container FROM_FILE = new Container();
  private static final Container FROM_LOG =
      new ContainerBuilder().withTerminationMessagePolicy("FallbackToLogsOnError").build();

  private Path file;
  private Path log;

  @BeforeEach
  void writeLog(@TempDir Path folder) throws IOException {
    file = folder.resolve("message");
    log = Files.writeString(folder.resolve("log"), "first\nlast\n");
  }

  @Test
  void theFileCountsWhateverTheLogSays() throws IOException {
    Files.writeString(file, "word");

    assertThat(TerminationMessage.read(FROM_LOG, 1, file, log)).isEqualTo("word");
  }

  @Test
  void theLogCountsOnlyOnErrorAndOnlyWhenAskedFor() {
    assertThat(TerminationMessage.read(FROM_LOG, 1, file, log)).isEqualTo("first\nlast\n");
    assertThat(TerminationMessage.read(FROM_LOG, 0, file, log)).isEmpty();
    assertThat(TerminationMessage.read(FROM_FILE, 1, file, log)).isEmpty();
  }

  @Test
  void theLogIsCutToItsLast2048Bytes() throws IOException {
    Files.writeString(log, "x".repeat(5_000) + "y");

    assertThat(TerminationMessage.read(FROM_LOG, 1, file, log)).hasSize(2_048).endsWith("xy");
  }

  @Test
  void aMessageOf4096BytesIsWholeAndOfOneMoreIsCut() throws IOException {
    Files.writeString(file, "m".repeat(4_096));
    assertThat(TerminationMessage.read(FROM_FILE, 0, file, log)).hasSize(4_096);

    Files.writeString(file, "m".repeat(4_097));
    assertThat(TerminationMessage.read(FROM_FILE, 0, file, log)).hasSize(4_096);
  }
}
