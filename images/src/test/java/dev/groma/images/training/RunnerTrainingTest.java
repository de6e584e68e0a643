package dev.groma.images.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunnerTrainingTest {

  /** A cache of an older training would be taken for one of this training. */
  @Test
  void every_class_of_the_training_has_a_part_in_the_caches_name()
      throws IOException, URISyntaxException {
    Path classes =
        Path.of(
            Objects.requireNonNull(RunnerTraining.class.getResource("RunnerTraining.class"))
                .toURI());
    try (Stream<Path> files = Files.list(classes.resolveSibling("."))) {
      List<String> names =
          files.map(file -> file.getFileName().toString()).filter(this::isCode).toList();
      assertThat(RunnerTraining.LESSONS)
          .extracting(lesson -> lesson.getSimpleName() + ".class")
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private boolean isCode(String name) {
    return name.endsWith(".class") && !name.equals("package-info.class");
  }
}
