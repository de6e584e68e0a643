package dev.groma.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

  @TempDir private Path folder;

  @Test
  void a_file_has_its_name_its_folder_and_its_text() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yaml"), "\uFEFFkind: Größe");
    Source source = read(file.toString());
    assertThat(source).isEqualTo(new Source(file.toString(), folder, "kind: Größe"));
  }

  @Test
  void a_hyphen_is_the_standard_input_in_the_current_folder() throws IOException {
    InputStream in = new ByteArrayInputStream("kind: X".getBytes(StandardCharsets.UTF_8));
    assertThat(Source.read("-", in)).isEqualTo(new Source("<stdin>", Path.of(""), "kind: X"));
  }

  @Test
  void what_cannot_be_read_says_why() throws IOException {
    assertThatIOException().isThrownBy(() -> read("nowhere.yaml")).withMessage("no such file");
    assertThatIOException()
        .isThrownBy(() -> read(folder.toString()))
        .withMessageContaining("is a folder");
    Path latin1 = Files.write(folder.resolve("latin1"), new byte[] {'a', (byte) 0xE4});
    assertThatIOException()
        .isThrownBy(() -> read(latin1.toString()))
        .withMessageContaining("UTF-8");
  }

  @Test
  void length_is_bounded() throws IOException {
    Path file = folder.resolve("long");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(Source.MAX_BYTES);
      assertThat(read(file.toString()).text()).hasSize(Source.MAX_BYTES);
      sparse.setLength(Source.MAX_BYTES + 1L);
    }
    assertThatIOException().isThrownBy(() -> read(file.toString())).withMessageContaining("16 MiB");
  }

  private static Source read(String argument) throws IOException {
    return Source.read(argument, InputStream.nullInputStream());
  }
}
