package dev.groma.charts;

import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.program.Program;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What GitOps tools make of a LayoutJob as it is stored, by their own code.
 *
 * @param kstatus the status by which Flux waits
 * @param argoCd the health that the shipped check gives in Argo CD
 * @param message of that check
 */
record Verdict(String kstatus, String argoCd, String message) {

  private static final String KEY = "resource.customizations.health.groma.dev_LayoutJob";

  private static final class Holder {
    static final Program PROGRAM = new Program(GoTool.VERDICT.path());
    static final Path SCRIPT = script();

    /** The Lua that a user applies, out of the ConfigMap that holds it. */
    private static Path script() {
      try {
        Path shipped = Charts.ROOT.resolve("examples/gitops/argocd/argocd-cm.yaml");
        ConfigMap config = Serialization.unmarshal(Charts.read(shipped), ConfigMap.class);
        Path file = Files.createTempFile("health", ".lua");
        file.toFile().deleteOnExit();
        return Files.writeString(file, config.getData().get(KEY));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Judges the object that the API server has now. */
  static Verdict of(KubernetesClient client, String namespace, String name) {
    return of(
        client.raw(
            "/apis/groma.dev/v1alpha1/namespaces/%s/layoutjobs/%s".formatted(namespace, name)));
  }

  /** Judges an object given as JSON. */
  static Verdict of(String json) {
    String said = Holder.PROGRAM.run(List.of(Holder.SCRIPT.toString()), json).success();
    String[] lines = said.split("\n", 2);
    String[] flux = lines[0].split("[ :]", 3);
    String[] argo = lines[1].strip().split("[ :]", 3);
    return new Verdict(flux[1], argo[1], argo[2].strip());
  }

  @Override
  public String toString() {
    return kstatus + ", " + argoCd + " (" + message + ")";
  }
}
