package dev.groma.cluster.charts;

import dev.groma.cluster.SourceTree;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code charts/tools/build} makes of Go modules, once per machine. */
public enum GoTool {
  /** Helm itself. */
  HELM,
  /** Helm of the major version before. */
  HELM3,
  /** kubeconform itself. */
  KUBECONFORM,
  /** kubectl itself, with kustomize in it. */
  KUBECTL,
  /** OpenTofu itself, which reads what Terraform reads. */
  TOFU,
  /** The schemas of Terraform's provider for AWS, as far as the examples go, as a provider. */
  TERRAFORM_PROVIDER_AWS,
  /** What kstatus and the Lua engine of Argo CD make of an object. */
  VERDICT,
  /** No program: a folder with the CRDs of other operators, as YAML, in their own words. */
  DEFINITIONS;

  /**
   * Where it is.
   *
   * @throws IllegalStateException when it cannot be built; the message says what to do
   */
  public Path path() {
    Path script = SourceTree.root().resolve("charts/tools/build");
    Output build =
        new Program(script)
            .run(
                List.of(name().toLowerCase(Locale.ROOT).replace('_', '-')),
                "",
                line -> System.err.println(line));
    return Path.of(build.success().strip());
  }
}
