package dev.groma.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.engine.sitefit.SiteFit;
import dev.groma.manifest.Finding;
import dev.groma.manifest.ManifestSet;
import dev.groma.manifest.Source;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.attempt.RunContext;
import dev.groma.runner.testing.ScriptedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaptopTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final LayoutJobSchema SCHEMA = LayoutJobSchema.load();
  private static final RunContext CONTEXT = new RunContext((_, _) -> {}, () -> false, 0);

  @TempDir private Path folder;

  private Outside outside = Outside.REFUSED;

  @Test
  void a_status_is_what_the_operator_would_write() throws Refused {
    JsonNode status = run(job("walls: {inline: write a.txt}")).layoutJob().path("status");

    assertThat(status.path("phase").asText()).isEqualTo("Succeeded");
    assertThat(status.path("engine").asText()).isEqualTo("roomDetection");
    assertThat(status.path("attempts").asInt()).isEqualTo(1);
    assertThat(status.path("observedGeneration").asInt()).isEqualTo(1);
    assertThat(status.path("startTime").asText()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(status.path("conditions"))
        .extracting(
            condition -> condition.path("type").asText() + condition.path("status").asText())
        .contains("CompleteTrue", "FailedFalse", "ReadyTrue");
    assertThat(status.at("/summary/roomDetection/processingSeconds").isNumber()).isTrue();
  }

  @Test
  void the_jobs_own_members_stay_as_they_were_written() throws Refused {
    JsonNode job =
        run(job("walls: {inline: a}\n    snapTolerance: 0.5") + "status: {phase: Pending}\n")
            .layoutJob();
    assertThat(job.path("spec").toString())
        .isEqualTo("{\"roomDetection\":{\"walls\":{\"inline\":\"a\"},\"snapTolerance\":0.5}}");
    assertThat(job.at("/status/phase").asText()).isEqualTo("Succeeded");
  }

  @Test
  void a_file_beside_the_manifest_is_an_input() throws IOException, Refused {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/walls.json"), "write a.txt");
    FinishedJob job = run(job("walls: {file: data/../data/walls.json}"));
    assertThat(job.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(job.layoutJob().at("/spec/roomDetection/walls").toString())
        .isEqualTo("{\"file\":\"data/../data/walls.json\"}");
  }

  @Test
  void a_problem_in_a_file_is_shown_there() throws IOException, Refused {
    Path walls = Files.writeString(folder.resolve("walls.json"), "write a.txt\nbad so");
    assertThat(findings(run(job("walls: {file: walls.json}"))))
        .containsExactly(walls.toRealPath() + ":2:5: walls[0]: so");
  }

  @Test
  void a_volume_is_a_clusters_alone() throws Refused {
    FinishedJob job = run(job("walls: {volumeClaim: {name: plans, path: walls.json}}"));
    assertThat(job.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(findings(job))
        .singleElement()
        .asString()
        .contains("spec.roomDetection.walls.volumeClaim: ", "under file:");
  }

  @Test
  void an_object_is_not_fetched_to_validate_for_a_cluster() throws Refused {
    FinishedJob job = run(job("walls: {s3: {bucket: plans, key: walls.json}}"));
    assertThat(job.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(findings(job))
        .singleElement()
        .asString()
        .contains("spec.roomDetection.walls.s3: ", "was not read");
  }

  @Test
  void a_file_outside_the_manifests_folder_is_refused_by_any_way() throws IOException, Refused {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path secret = Files.writeString(folder.resolve("secret"), "write a.txt");
    Files.createSymbolicLink(inside.resolve("link"), secret);
    Files.createSymbolicLink(inside.resolve("up"), folder);
    for (String file : List.of("../secret", "link", "up/secret", secret.toString())) {
      FinishedJob job = run(inside, job("walls: {file: %s}".formatted(file)));
      assertThat(job.exitCode()).as(file).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(findings(job))
          .singleElement()
          .asString()
          .startsWith("plan.yaml:6:13: spec.roomDetection.walls.file: ")
          .contains("lies outside the manifest's folder", "--allow-outside");
    }
    outside = Outside.ALLOWED;
    for (String file : List.of("../secret", "link", "up/secret", secret.toString())) {
      assertThat(run(inside, job("walls: {file: %s}".formatted(file))).exitCode())
          .isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void what_is_no_regular_file_is_refused() throws IOException, Refused {
    Files.createDirectory(folder.resolve("data"));
    assertThat(findings(run(job("walls: {file: data}"))))
        .singleElement()
        .asString()
        .endsWith("is not a regular file");
    assertThat(findings(run(job("walls: {file: nowhere.json}"))))
        .singleElement()
        .asString()
        .contains("no such file", "nowhere.json");
    assertThat(run(job("walls: {file: /dev/zero}")).exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void a_file_is_a_laptops_alone() {
    String manifest = job("walls: {file: walls.json}");
    assertThat(refusal(manifest, true))
        .anySatisfy(finding -> assertThat(finding).contains("walls.file: is not a known field"));
    assertThat(refusal(job("walls: {file: walls.json, inline: a}"), false))
        .containsExactly(
            "plan.yaml:6:5: spec.roomDetection.walls: exactly one source is required: file stands"
                + " beside inline; remove one or the other");
    assertThat(refusal(job("walls: {file: 5}"), false))
        .containsExactly(
            "plan.yaml:6:13: spec.roomDetection.walls.file: must be the path of a file");
  }

  @Test
  void a_file_stands_alone() {
    assertThat(siteRefusal("{file: parcel.json, coordinates: [[0, 0], [9, 0], [9, 9], [0, 0]]}"))
        .containsExactly(
            "plan.yaml:6:5: spec.siteFit.parcel: exactly one source is required: file stands"
                + " beside coordinates; remove one or the other");
    assertThat(siteRefusal("{file: parcel.json, holes: [], configMap: {name: a, key: b}}"))
        .containsExactly(
            "plan.yaml:6:5: spec.siteFit.parcel: exactly one source is required: file stands"
                + " beside holes and configMap; remove one or the other");
    assertThat(siteRefusal("{file: parcel.json}")).isEmpty();
  }

  private List<String> siteRefusal(String parcel) {
    String block = "parcel: %s\n    house: {file: house.json}".formatted(parcel);
    return refusal(job(block).replace("roomDetection", "siteFit"), false);
  }

  @Test
  void a_config_map_among_the_manifests_is_an_input() throws Refused {
    String job = job("walls: {configMap: {name: plans, key: walls.json}}");
    String text =
        """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: plans}
        data:
          walls.json: |
            write a.txt
            bad so
        """;
    FinishedJob bad = run(job + text);
    assertThat(bad.exitCode()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(findings(bad)).containsExactly("plan.yaml:14: walls[0]: so");

    String binary =
        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: plans, namespace: default}\n"
            + "binaryData: {walls.json: d3JpdGUgYS50eHQ=}\n";
    assertThat(run(job + binary).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void a_config_map_that_is_not_there_is_named() throws Refused {
    String job = job("walls: {configMap: {name: plans, key: walls.json}}");
    FinishedJob without = run(job);
    assertThat(without.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(findings(without))
        .singleElement()
        .asString()
        .startsWith("plan.yaml:6:13: spec.roomDetection.walls.configMap: ")
        .contains("no ConfigMap plans in namespace default");
    String map = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: plans}\n";
    assertThat(findings(run(job + map)).getFirst())
        .contains("has no text under the key walls.json");
    assertThat(findings(run(job + map.replace("plans}", "plans, namespace: other}"))).getFirst())
        .contains("no ConfigMap plans in namespace default");
    assertThat(findings(run(job + map + "binaryData: {walls.json: '%'}\n")).getFirst())
        .contains("is not Base64");
  }

  @Test
  void an_inline_text_is_counted_in_bytes() throws Refused {
    String longest = "a".repeat(192 * 1024);
    assertThat(run(job("walls: {inline: %s}".formatted(longest))).exitCode())
        .isEqualTo(ExitCode.DONE);
    FinishedJob tooLarge = run(job("walls: {inline: ä%s}".formatted(longest.substring(1))));
    assertThat(tooLarge.layoutJob().at("/status/failure/reason").asText())
        .isEqualTo("InputTooLarge");
    assertThat(tooLarge.layoutJob().at("/status/attempts").asInt()).isZero();
    assertThat(tooLarge.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
  }

  @Test
  void a_wrong_parameter_is_shown_in_the_manifest() throws Refused {
    FinishedJob job = run(job("walls: {inline: a}\n    snapTolerance: 13"));
    assertThat(job.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
    assertThat(findings(job))
        .containsExactly("plan.yaml:7:5: spec.roomDetection.snapTolerance: must not be 13");
  }

  @Test
  void a_problem_in_a_quoted_text_is_shown_at_the_text() throws Refused {
    assertThat(findings(run(job("walls: {inline: \"write a.txt\\nbad so\"}"))))
        .containsExactly(
            "plan.yaml:6:13: spec.roomDetection.walls.inline: walls[0] (line 2, column 5): so");
  }

  @Test
  void a_job_with_the_beginning_of_a_name_gets_one() throws Refused {
    String job = job("walls: {inline: a}").replace("{name: plan}", "{generateName: plan-}");
    assertThat(run(job).name()).isEqualTo("plan-local");
  }

  private static String job(String block) {
    return """
    apiVersion: groma.dev/v1alpha1
    kind: LayoutJob
    metadata: {name: plan}
    spec:
      roomDetection:
        %s
    """
        .formatted(block);
  }

  private FinishedJob run(String text) throws Refused {
    return run(folder, text);
  }

  private FinishedJob run(Path manifestFolder, String text) throws Refused {
    Laptop laptop = laptop(manifestFolder, text);
    LocalJob job = laptop.accept(laptop.manifests().layoutJobs().getFirst());
    return laptop.run(job, folder.resolve("out"), CONTEXT);
  }

  private List<String> refusal(String text, boolean cluster) {
    Laptop laptop = laptop(folder, text);
    try {
      if (cluster) {
        laptop.acceptForCluster(laptop.manifests().layoutJobs().getFirst());
      } else {
        laptop.accept(laptop.manifests().layoutJobs().getFirst());
      }
      return List.of();
    } catch (Refused refused) {
      return refused.findings().stream().map(Finding::describe).toList();
    }
  }

  private Laptop laptop(Path manifestFolder, String text) {
    ManifestSet manifests =
        ManifestSet.read(List.of(new Source("plan.yaml", manifestFolder, text)), List.of());
    assertThat(manifests.findings()).isEmpty();
    return new Laptop(
        SCHEMA,
        new Engines(List.of(new ScriptedEngine(), new SiteFit())),
        manifests,
        outside,
        new RemoteInputs(false, Map.of()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static List<String> findings(FinishedJob job) {
    return job.findings().stream().map(Finding::describe).toList();
  }
}
