package dev.groma.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.operator.PackagedRunner;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import dev.groma.images.ImageBuild.Written;
import dev.groma.images.sbom.Sbom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The images, by what is in their archives and by what their programs do. */
class ImagesIT {

  private static final Path EXAMPLES = SourceTree.root().resolve("examples");
  private static final int NOBODY = 65532;

  /**
   * Licences that a product under Apache-2.0 may carry along, by the names that components give.
   */
  private static final Set<String> ACCEPTED =
      Set.of(
          "Apache-2.0",
          "Apache 2 License",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "Bouncy Castle Licence",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "EPSG database distribution license",
          "GPL-2.0-only WITH Classpath-exception-2.0",
          "GPL-2.0-with-classpath-exception",
          "GPL-3.0-or-later WITH GCC-exception-3.1",
          "Go License",
          "LGPL-2.1-or-later",
          "MIT",
          "MIT-0",
          "Zlib");

  @TempDir private static Path folder;

  private static BuiltImages images;
  private static Written runner;
  private static Written operator;
  private static Written bridge;
  private static UnpackedImage runnerImage;
  private static UnpackedImage operatorImage;
  private static UnpackedImage bridgeImage;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    images = BuiltImages.onThisMachine();
    runner = images.build().runner(folder);
    operator = images.build().operator(folder);
    bridge = images.build().bridge(folder);
    runnerImage = BuiltImages.unpack(runner, Architecture.AMD64, folder.resolve("runner"));
    operatorImage = BuiltImages.unpack(operator, Architecture.AMD64, folder.resolve("operator"));
    bridgeImage = BuiltImages.unpack(bridge, Architecture.AMD64, folder.resolve("bridge"));
  }

  @Test
  void the_same_files_give_the_same_archive() throws IOException, InterruptedException {
    Written again = images.build().runner(Files.createDirectory(folder.resolve("again")));

    assertThat(again.digest()).isEqualTo(runner.digest());
    assertThat(again.archive()).hasSameBinaryContentAs(runner.archive());
    assertThat(again.sbom()).hasSameBinaryContentAs(runner.sbom());
  }

  @Test
  void a_node_finds_them_under_the_names_that_the_chart_uses() throws IOException {
    String version = Release.ofThisBuild("").version();
    assertThat(SourceTree.root().resolve("charts/groma/Chart.yaml"))
        .content()
        .contains("appVersion: " + version);
    assertThat(SourceTree.root().resolve("charts/groma/values.yaml"))
        .content()
        .contains(
            "repository: groma-runner", "repository: groma-operator", "repository: groma-bridge");
    assertThat(importedName(runner)).isEqualTo("docker.io/library/groma-runner:" + version);
    assertThat(importedName(operator)).isEqualTo("docker.io/library/groma-operator:" + version);
    assertThat(importedName(bridge)).isEqualTo("docker.io/library/groma-bridge:" + version);
  }

  private static String importedName(Written image) throws IOException {
    OciLayout layout = BuiltImages.layout(image, image.archive().resolveSibling("named"));
    return layout.index().at("/manifests/0/annotations/io.containerd.image.name").asText();
  }

  @Test
  void there_is_no_shell_and_no_program_but_those_of_java() throws IOException {
    for (UnpackedImage image : List.of(runnerImage, operatorImage, bridgeImage)) {
      assertThat(programs(image.root()))
          .containsExactlyInAnyOrder(
              "lib64/ld-linux-x86-64.so.2",
              "opt/java/bin/java",
              "opt/java/bin/keytool",
              "opt/java/lib/jexec",
              "opt/java/lib/jspawnhelper");
    }
  }

  /** Files that a system call could start: marked executable, and no library. */
  private static List<String> programs(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(Files::isExecutable)
          .map(path -> root.relativize(path).toString())
          .filter(name -> name.startsWith("lib64/") || !name.matches(".*\\.so(\\.\\d+)*"))
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void everything_belongs_to_root_at_a_fixed_time_and_nothing_gives_rights(
      Architecture architecture) throws IOException {
    for (Written image : List.of(runner, operator, bridge)) {
      for (TarArchiveEntry entry : BuiltImages.entries(image, architecture)) {
        assertThat(entry.getMode() & 07022).as(entry.getName()).isIn(0, modeOfTmp(entry));
        assertThat(entry.getLongUserId() + entry.getLongGroupId()).as(entry.getName()).isZero();
        assertThat(entry.getLastModifiedTime().toMillis()).as(entry.getName()).isEqualTo(1000);
        assertThat(entry.isFile() || entry.isDirectory()).as(entry.getName()).isTrue();
      }
    }
  }

  private static int modeOfTmp(TarArchiveEntry entry) {
    return entry.getName().equals("tmp/") ? 022 : 0;
  }

  @Test
  void they_run_as_a_user_who_is_not_root() {
    for (UnpackedImage image : List.of(runnerImage, operatorImage, bridgeImage)) {
      assertThat(image.config().at("/config/User").asText()).isEqualTo(NOBODY + ":" + NOBODY);
      assertThat(image.config().at("/config/WorkingDir").asText()).isEqualTo("/tmp");
      assertThat(image.root().resolve("etc/passwd")).content().contains(":65532:65532:");
    }
  }

  @Test
  void the_runner_gives_the_same_bytes_for_every_example_as_the_laptop() throws IOException {
    List<String> manifests = examples();
    Path laptop = folder.resolve("laptop");
    Output outside = laptop(manifests, laptop);
    Path copied = runnerImage.root().resolve("examples");
    new Program(Path.of("/usr/bin/cp"))
        .run(List.of("-r", EXAMPLES.toString(), copied.toString()))
        .success();

    List<String> command = new ArrayList<>(runnerImage.entrypoint());
    // Where the cache did not fit, this would end the process.
    command.add(1, "-XX:AOTMode=on");
    command.add("run");
    manifests.forEach(name -> command.add("/examples/" + name));
    command.addAll(List.of("--output", "/tmp/out"));
    Output inside = runnerImage.runAs(NOBODY, Map.of(), command);

    assertThat(inside.exitCode()).as(inside.err()).isZero();
    assertThat(outside.exitCode()).as(outside.err()).isZero();
    assertSameFiles(runnerImage.root().resolve("tmp/out"), laptop);
  }

  private static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  private static Output laptop(List<String> manifests, Path output) {
    List<String> command = new ArrayList<>(PackagedRunner.image().entrypoint());
    command.add("run");
    manifests.forEach(name -> command.add(EXAMPLES.resolve(name).toString()));
    command.addAll(List.of("--output", output.toString()));
    return new Program(Path.of(command.getFirst())).run(command.subList(1, command.size()));
  }

  private static void assertSameFiles(Path actual, Path expected) throws IOException {
    try (Stream<Path> paths = Files.walk(expected)) {
      List<Path> files = paths.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(20);
      for (Path file : files) {
        assertThat(actual.resolve(expected.relativize(file).toString()))
            .hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void the_operator_starts_and_says_which_setting_it_lacks() {
    Output end = operatorImage.runAs(NOBODY, Map.of(), operatorImage.entrypoint());

    assertThat(end.out() + end.err()).contains("groma.runner.image");
    assertThat(end.exitCode()).isNotZero();
  }

  @Test
  void the_bridge_starts_and_says_which_setting_it_does_not_understand() {
    Output end =
        bridgeImage.runAs(NOBODY, Map.of("GROMA_STOP_GRACE", "soon"), bridgeImage.entrypoint());

    assertThat(end.out() + end.err()).contains("groma.stop-grace");
    assertThat(end.exitCode()).isNotZero();
  }

  @Test
  void every_jar_is_in_the_sbom_with_a_licence_that_we_accept() throws IOException {
    for (Written image : List.of(runner, operator, bridge)) {
      JsonNode components = new ObjectMapper().readTree(image.sbom().toFile()).get("components");
      assertThat(components).hasSizeGreaterThan(50);
      for (JsonNode component : components) {
        assertThat(Sbom.licences(component))
            .as(component.get("purl").asText())
            .containsAnyElementsOf(ACCEPTED);
      }
    }
    assertThat(jarsWithoutComponent(runnerImage.root().resolve("app/lib"), runner)).isEmpty();
    assertThat(jarsWithoutComponent(operatorImage.root().resolve("app/lib/main"), operator))
        .isEmpty();
    assertThat(jarsWithoutComponent(bridgeImage.root().resolve("app/lib/main"), bridge)).isEmpty();
    assertThat(runnerImage.root().resolve("licenses/THIRD-PARTY.txt"))
        .content()
        .contains("jts-core");
    assertThat(operatorImage.root().resolve("licenses/libc6/copyright")).isNotEmptyFile();
  }

  private static List<String> jarsWithoutComponent(Path lib, Written image) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode component :
        new ObjectMapper().readTree(image.sbom().toFile()).get("components")) {
      names.add(component.get("name").asText() + "-" + component.get("version").asText() + ".jar");
    }
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> names.stream().noneMatch(jar::endsWith))
          .toList();
    }
  }
}
