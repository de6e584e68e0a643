package dev.groma.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import dev.groma.cluster.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packagings of one source: the build packages both programs once more, under target/again. */
class ReproducibleIT {

  private static final Path ROOT = SourceTree.root();

  /** What {@link Files#mismatch} gives for the same bytes. */
  private static final long SAME = -1;

  @TempDir private Path folder;

  /** Makes an image's content of packaged programs. */
  @FunctionalInterface
  private interface Recipe {
    ImageContent of(Programs programs, FileEntriesLayer base, Path work) throws IOException;
  }

  @Test
  void the_same_source_gives_the_same_operator() throws IOException {
    assertSame("operator", Programs::operator);
  }

  @Test
  void the_same_source_gives_the_same_bridge() throws IOException {
    assertSame("bridge", Programs::bridge);
  }

  private void assertSame(String module, Recipe recipe) throws IOException {
    Path source = folder.resolve("source");
    Path target = Files.createDirectories(source.resolve(module)).resolve("target");
    Files.createSymbolicLink(target, ROOT.resolve(module).resolve("target/again"));
    try {
      Map<String, Path> once = files(new Programs(ROOT), recipe, folder.resolve("once"));
      Map<String, Path> again = files(new Programs(source), recipe, folder.resolve("again"));
      // Made of classes the first time, and of Maven's jar with one folder more the second.
      once.keySet().removeIf(place -> place.startsWith("/app/app/"));

      // Quarkus writes manifests for Kubernetes as well, and this time among the program's files.
      assertThat(again).hasSizeGreaterThan(100).containsKeys(once.keySet().toArray(String[]::new));
      for (Map.Entry<String, Path> file : once.entrySet()) {
        Path other = Objects.requireNonNull(again.get(file.getKey()));
        assertThat(Files.mismatch(file.getValue(), other)).as(file.getKey()).isEqualTo(SAME);
      }
    } finally {
      Files.delete(target);
    }
  }

  /** By their places in the image. */
  private static Map<String, Path> files(Programs programs, Recipe recipe, Path work)
      throws IOException {
    FileEntriesLayer base = FileEntriesLayer.builder().build();
    return recipe.of(programs, base, Files.createDirectory(work)).layers().stream()
        .flatMap(layer -> layer.getEntries().stream())
        .collect(
            Collectors.toMap(
                entry -> entry.getExtractionPath().toString(), FileEntry::getSourceFile));
  }
}
