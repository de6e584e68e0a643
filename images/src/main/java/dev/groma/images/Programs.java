package dev.groma.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.groma.images.generated.GeneratedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The packaged programs of the source tree, as contents of images.
 *
 * @param root the source folder, after {@code make build}
 */
public record Programs(Path root) {

  private static final String JAVA = "/opt/java/bin/java";
  private static final String APP = "/app";
  private static final String AOT_CACHE = APP + "/runner.aot";

  /**
   * As in {@code ./groma}, which says why; the heap is a share of the container's memory limit. The
   * two properties save a tenth of a start's processor time: reflection (JEP 416) without code made
   * for each constructor that Jackson calls, and no search through all jars for the log's provider.
   */
  private static final List<String> RUNNER_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:MaxRAMPercentage=70",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider");

  /** The runner, without an AOT cache. */
  ImageContent runner(FileEntriesLayer base) throws IOException {
    Path lib = root.resolve("job-runner/target/groma/lib");
    List<Path> jars = filesBelow(lib);
    String main =
        jars.stream()
            .map(jar -> jar.getFileName().toString())
            .filter(name -> name.startsWith("groma-job-runner-"))
            .findFirst()
            .orElseThrow(() -> new NoSuchFileException(lib + "/groma-job-runner-*.jar"));
    return new ImageContent(
        "groma-runner",
        "Runs one attempt of a Groma LayoutJob",
        jars,
        layers(base, lib, jars, name -> name.startsWith("groma-"), APP + "/lib"),
        Stream.of(List.of(JAVA), RUNNER_OPTIONS, List.of("-jar", "%s/lib/%s".formatted(APP, main)))
            .flatMap(List::stream)
            .toList());
  }

  /**
   * The operator. The chart gives its JVM's options.
   *
   * @param work an existing folder, for what is made of the packaged program
   */
  ImageContent operator(FileEntriesLayer base, Path work) throws IOException {
    return quarkus("operator", "Runs Groma's LayoutJobs on Kubernetes", base, work);
  }

  /**
   * The bridge. The chart gives its JVM's options.
   *
   * @param work an existing folder, for what is made of the packaged program
   */
  ImageContent bridge(FileEntriesLayer base, Path work) throws IOException {
    return quarkus("bridge", "Makes Groma's LayoutJobs of messages from SQS", base, work);
  }

  private ImageContent quarkus(String program, String description, FileEntriesLayer base, Path work)
      throws IOException {
    Path app = root.resolve(program).resolve("target/quarkus-app");
    Path generated = app.resolve(GeneratedJar.PLACE);
    List<Path> files =
        filesBelow(app).stream()
            .filter(file -> !file.getFileName().toString().endsWith(".txt"))
            .filter(file -> !file.equals(generated))
            .toList();
    Path canonical = work.resolve(generated.getFileName());
    GeneratedJar.writeCanonical(generated, canonical);
    return new ImageContent(
            "groma-" + program,
            description,
            files.stream().filter(file -> isModule(app.relativize(file).toString())).toList(),
            layers(
                base,
                app,
                files,
                name -> !name.startsWith("lib/") || name.startsWith("lib/main/dev.groma."),
                APP),
            List.of(JAVA, "-jar", APP + "/quarkus-run.jar"))
        .with(Layers.file("generated", canonical, "%s/%s".formatted(APP, GeneratedJar.PLACE)));
  }

  /** Whether it was a jar before Quarkus put the program together. */
  private static boolean isModule(String name) {
    return name.startsWith("lib/") || name.startsWith("app/");
  }

  /**
   * The runner with what its JVM has learned in a training. A JVM that the cache does not fit, for
   * one with a heap of 32 GB or more, says so and does without.
   */
  static ImageContent trained(ImageContent runner, Path cache) {
    List<String> entrypoint = new ArrayList<>(runner.entrypoint());
    entrypoint.add(entrypoint.indexOf("-jar"), "-XX:AOTCache=" + AOT_CACHE);
    return new ImageContent(
            runner.repository(), runner.description(), runner.jars(), runner.layers(), entrypoint)
        .with(Layers.file("aot", cache, AOT_CACHE));
  }

  private static List<FileEntriesLayer> layers(
      FileEntriesLayer base,
      Path folder,
      List<Path> files,
      Predicate<String> isOurs,
      String target) {
    Predicate<Path> ours = file -> isOurs.test(folder.relativize(file).toString());
    return List.of(
        base,
        Layers.files("libraries", folder, files.stream().filter(ours.negate()).toList(), target),
        Layers.files("groma", folder, files.stream().filter(ours).toList(), target));
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "`make build` makes it");
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
