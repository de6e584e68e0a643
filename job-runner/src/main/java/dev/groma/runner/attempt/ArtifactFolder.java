package dev.groma.runner.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerResult;
import dev.groma.engine.ArtifactSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder that takes a run's artifacts and, last of all, {@code result.json}: a folder that has
 * one holds a whole answer.
 *
 * <p>Not thread-safe.
 */
public final class ArtifactFolder implements ArtifactSink {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
  private static final String RESULT_MEDIA_TYPE = "application/json";

  private final Path folder;
  private final List<ResultArtifact> written = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private @Nullable ArtifactStream open;

  /** A folder that need not exist yet. */
  public ArtifactFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder, and takes away the answer of an earlier run: only what that run listed. */
  void prepare() throws IOException {
    Files.createDirectories(folder);
    Path result = folder.resolve(RunnerContract.RESULT_FILE);
    if (!Files.isRegularFile(result, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<ResultArtifact> earlier = earlierArtifacts(result);
    Files.delete(result);
    for (ResultArtifact artifact : earlier) {
      if (FILE_NAME.matcher(artifact.name()).matches()) {
        Files.deleteIfExists(folder.resolve(artifact.name()));
      }
    }
  }

  private static List<ResultArtifact> earlierArtifacts(Path result) throws IOException {
    try {
      return RunnerContract.mapper()
          .readValue(Files.readAllBytes(result), RunnerResult.class)
          .artifacts();
    } catch (JsonProcessingException foreign) {
      return List.of(); // of another version: its artifacts stay, its result.json goes
    }
  }

  @Override
  public OutputStream create(String name, String mediaType) throws IOException {
    if (name.equals(RunnerContract.RESULT_FILE)) {
      throw new IllegalArgumentException(name + " is the runner's own file");
    }
    return begin(name, mediaType);
  }

  private OutputStream begin(String name, String mediaType) throws IOException {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("an artifact needs a plain file name, not " + name);
    }
    if (open != null && !open.isClosed()) {
      throw new IllegalStateException(
          "%s is begun before the one before it is closed".formatted(name));
    }
    if (begun.contains(name)) {
      throw new IllegalArgumentException("the artifact %s is written twice".formatted(name));
    }
    begun.add(name);
    open = new ArtifactStream(folder.resolve(name), name, mediaType, written::add);
    return open;
  }

  /** What was written so far, in order. */
  List<ResultArtifact> written() {
    if (open != null && !open.isClosed()) {
      throw new IllegalStateException("an artifact was not closed: " + begun.getLast());
    }
    return List.copyOf(written);
  }

  /** Writes {@code result.json}; the answer is whole from then on. */
  void finish(RunnerResult result) throws IOException {
    try (OutputStream out = begin(RunnerContract.RESULT_FILE, RESULT_MEDIA_TYPE)) {
      out.write(RunnerContract.canonicalJson(result).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  /** Takes away what a run without an answer has left. */
  void discard() throws IOException {
    if (open != null) {
      open.abandon();
    }
    for (String name : begun) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }
}
