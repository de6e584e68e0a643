package dev.groma.cluster.operator;

import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.packaged.PackagedProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an operator is started.
 *
 * @param kubeconfig its rights, and its way to the API server
 * @param environment its settings, {@code GROMA_...}
 * @param jvmArguments for example {@code -Xmx256m}
 */
public record OperatorSettings(
    Kubeconfig kubeconfig, Map<String, String> environment, List<String> jvmArguments) {

  /** The runner's image as the operator names it. */
  public static final String RUNNER_IMAGE = "groma-runner";

  /** Copies the collections. */
  public OperatorSettings {
    environment = Map.copyOf(environment);
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** Watches all namespaces, with its defaults otherwise. */
  public static OperatorSettings of(Kubeconfig kubeconfig) {
    return new OperatorSettings(kubeconfig, Map.of("GROMA_RUNNER_IMAGE", RUNNER_IMAGE), List.of());
  }

  /** Watches one namespace, with its defaults otherwise. */
  public static OperatorSettings of(Kubeconfig kubeconfig, String namespace) {
    return of(kubeconfig).with("GROMA_WATCH_NAMESPACES", namespace);
  }

  /** With one more setting. */
  public OperatorSettings with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new OperatorSettings(kubeconfig, more, jvmArguments);
  }

  /**
   * With a report endpoint that stays where it is, and is who it is, when another operator takes
   * over: a port of its own, and an authority that is kept in a Secret of this namespace.
   */
  public OperatorSettings withLastingReports(String namespace) {
    int port = PackagedProgram.freePort();
    return with("GROMA_REPORT_NAMESPACE", namespace)
        .with("GROMA_REPORT_HOST", "127.0.0.1")
        .with("GROMA_REPORT_PORT", Integer.toString(port))
        .with("GROMA_REPORT_URL", "https://127.0.0.1:" + port);
  }

  /** With further arguments of the JVM. */
  public OperatorSettings withJvm(String... arguments) {
    List<String> more = new ArrayList<>(jvmArguments);
    more.addAll(List.of(arguments));
    return new OperatorSettings(kubeconfig, environment, more);
  }

  /** The same on another way to the API server. */
  public OperatorSettings through(Kubeconfig other) {
    return new OperatorSettings(other, environment, jvmArguments);
  }
}
