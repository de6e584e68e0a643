package dev.groma.cluster.charts;

import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.process.Leash;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The real helm, with a home of its own, so that a user's repositories and plugins play no part.
 */
public final class Helm {

  private final Program program;

  private Helm(Program program) {
    this.program = program;
  }

  private static final class Holder {
    static final Helm HELM = create(GoTool.HELM);
  }

  private static final class HolderOfThree {
    static final Helm HELM = create(GoTool.HELM3);
  }

  private static Helm create(GoTool tool) {
    Path home = Leash.ofThisJvm().newFolder("helm");
    Map<String, String> environment = new HashMap<>();
    for (String folder : List.of("CACHE", "CONFIG", "DATA")) {
      environment.put("HELM_" + folder + "_HOME", home.resolve(folder).toString());
    }
    environment.put("KUBECONFIG", home.resolve("no-kubeconfig").toString());
    return new Helm(new Program(tool.path(), environment));
  }

  /**
   * The one of this JVM, built on first use.
   *
   * @throws IllegalStateException when it cannot be built; the message says what to do
   */
  public static Helm ofThisJvm() {
    return Holder.HELM;
  }

  /**
   * Helm 3, which many still have; else as {@link #ofThisJvm}.
   *
   * @throws IllegalStateException when it cannot be built; the message says what to do
   */
  public static Helm versionThree() {
    return HolderOfThree.HELM;
  }

  /** Runs a command that needs no cluster. */
  public Output run(String... arguments) {
    return program.run(Arrays.asList(arguments));
  }

  /** Installs, upgrades or tests a release on a cluster: {@code helm COMMAND NAME [CHART] ...}. */
  public Output on(Kubeconfig cluster, String command, Release release, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, release.name()));
    boolean takesChart = List.of("install", "upgrade").contains(command);
    if (takesChart) {
      arguments.addAll(List.of(release.chartFolder().toString(), "--values=-"));
    }
    arguments.addAll(
        List.of("--namespace=" + release.namespace(), "--kubeconfig=" + cluster.path()));
    arguments.addAll(List.of(more));
    return program.run(arguments, takesChart ? release.values() : "");
  }

  /**
   * What a release renders to.
   *
   * @param more further arguments, such as {@code --api-versions=monitoring.coreos.com/v1}
   */
  public Output template(Release release, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "template",
                    release.name(),
                    release.chartFolder().toString(),
                    "--namespace=" + release.namespace(),
                    "--values=-"),
                Stream.of(more))
            .toList();
    return program.run(arguments, release.values());
  }

  /** The objects of a release, without its tests. */
  public List<HasMetadata> objects(Release release, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("--skip-tests"), Stream.of(more)).toArray(String[]::new);
    String text = template(release, arguments).success();
    KubernetesSerialization serialization = new KubernetesSerialization();
    return Stream.of(text.split("(?m)^---$"))
        .filter(
            document -> document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
        .map(document -> (HasMetadata) serialization.unmarshal(document))
        .toList();
  }
}
