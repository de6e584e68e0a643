package dev.groma.images.training;

import dev.groma.cluster.objectstore.ObjectStore;
import dev.groma.cluster.program.Output;
import dev.groma.images.UnpackedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Trains the AOT cache of a runner's image. No two trainings give the same bytes, so a cache is
 * kept and serves for all images with the same layers below it, the same examples and the same
 * training.
 *
 * @param examples the manifests that are rehearsed
 * @param kept the folder of caches
 */
public record RunnerTraining(Path examples, Path kept) {

  /** Caches that are kept, 56 MB each. */
  private static final int KEPT = 4;

  /**
   * A JVM compiles at its start whatever a training had run often, and the examples are longer work
   * than most attempts: a fifth of a small attempt's processor time.
   */
  private static final List<String> WITHOUT_PROFILES =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  /** Everything that decides what is learned; another training is another cache. */
  static final List<Class<?>> LESSONS =
      List.of(RunnerTraining.class, Rehearsal.class, ReportDouble.class);

  private static final String MAIN = "dev.groma.runner.Rehearsal";

  /** The cache for an image that has none yet, trained where none is kept. */
  public Path cacheFor(UnpackedImage image) throws IOException {
    Files.createDirectories(kept);
    Path cache = kept.resolve("runner-%s.aot".formatted(key(image)));
    if (Files.notExists(cache)) {
      Path trained = train(image);
      Path near = kept.resolve(".%d".formatted(ProcessHandle.current().pid()));
      Files.move(trained, near, StandardCopyOption.REPLACE_EXISTING);
      Files.move(near, cache, StandardCopyOption.ATOMIC_MOVE);
      forgetOld();
    }
    return cache;
  }

  private void forgetOld() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      List<Path> old =
          files
              .filter(file -> file.getFileName().toString().matches("runner-.*\\.aot"))
              .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
              .skip(KEPT)
              .toList();
      for (Path file : old) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path train(UnpackedImage image) throws IOException {
    Path inside = Path.of("/tmp/rehearsal");
    Path folder = Files.createDirectories(image.root().resolve("tmp/rehearsal"));
    try (ObjectStore s3 = ObjectStore.start();
        ReportDouble report = new ReportDouble()) {
      Path commands = new Rehearsal(examples, folder, inside).write(s3, report);
      Output end =
          image.run(
              Rehearsal.environment(s3),
              command(image.entrypoint(), inside.resolve("runner.aot"), commands));
      Path trained = folder.resolve("runner.aot");
      if (end.exitCode() != 0 || Files.notExists(trained)) {
        throw new IOException("the runner did not get through its rehearsal:\n" + end.err());
      }
      return trained;
    }
  }

  /** The entrypoint with the rehearsal as its main class: the class path stays the same. */
  private static List<String> command(List<String> entrypoint, Path cache, Path commands) {
    int jar = entrypoint.indexOf("-jar");
    List<String> command = new ArrayList<>(entrypoint.subList(0, jar));
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(WITHOUT_PROFILES);
    command.addAll(List.of("-cp", entrypoint.get(jar + 1), MAIN, commands.toString()));
    return command;
  }

  private String key(UnpackedImage image) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (image.config().at("/rootfs/diff_ids") + " " + image.entrypoint())
              .getBytes(StandardCharsets.UTF_8));
      try (Stream<Path> paths = Files.walk(examples)) {
        for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(Files.readAllBytes(file));
        }
      }
      for (Class<?> lesson : LESSONS) {
        digest.update(code(lesson));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] code(Class<?> type) throws IOException {
    String file = type.getSimpleName() + ".class";
    try (InputStream code = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
      return code.readAllBytes();
    }
  }
}
