package dev.groma.cluster.local;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The downward API: what a Pod may know about itself. */
final class FieldPaths {
  private static final String ADDRESS = "127.0.0.1";
  private static final Pattern SUBSCRIPT =
      Pattern.compile("metadata\\.(labels|annotations)\\['([^']+)'\\]");

  /** What a container without a limit may use: the node's allocatable. */
  private static final Map<String, Quantity> NODE =
      Map.of("cpu", new Quantity("64"), "memory", new Quantity("256Gi"));

  private FieldPaths() {}

  /**
   * The value of a field.
   *
   * @throws IllegalArgumentException when the downward API has no such field
   */
  static String field(Pod pod, String path) {
    ObjectMeta meta = pod.getMetadata();
    Matcher subscript = SUBSCRIPT.matcher(path);
    if (subscript.matches()) {
      Map<String, String> map =
          subscript.group(1).equals("labels") ? meta.getLabels() : meta.getAnnotations();
      return orEmpty(map).getOrDefault(subscript.group(2), "");
    }
    return switch (path) {
      case "metadata.name" -> meta.getName();
      case "metadata.namespace" -> meta.getNamespace();
      case "metadata.uid" -> meta.getUid();
      case "metadata.labels" -> lines(meta.getLabels());
      case "metadata.annotations" -> lines(meta.getAnnotations());
      case "spec.nodeName" -> Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
      case "spec.serviceAccountName" -> pod.getSpec().getServiceAccountName();
      case "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs" -> ADDRESS;
      default ->
          throw new IllegalArgumentException("the downward API has no field \"" + path + "\"");
    };
  }

  /** A limit or request of a container in units of the divisor, rounded up. */
  static String resource(Container container, ResourceFieldSelector selector) {
    String path = selector.getResource();
    int dot = path.indexOf('.');
    String name = path.substring(dot + 1);
    boolean limit = path.startsWith("limits.");
    var resources = container.getResources();
    Map<String, Quantity> given =
        resources == null ? null : limit ? resources.getLimits() : resources.getRequests();
    Quantity quantity = given == null ? null : given.get(name);
    if (quantity == null) {
      quantity = limit ? NODE.getOrDefault(name, new Quantity("0")) : new Quantity("0");
    }
    return quantity
        .getNumericalAmount()
        .divide(divisor(selector.getDivisor()), 0, RoundingMode.CEILING)
        .toPlainString();
  }

  private static BigDecimal divisor(@Nullable Quantity divisor) {
    if (divisor == null || divisor.getNumericalAmount().signum() == 0) {
      return BigDecimal.ONE;
    }
    return divisor.getNumericalAmount();
  }

  private static String lines(@Nullable Map<String, String> map) {
    return new TreeMap<>(orEmpty(map))
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
