package dev.groma.cluster.junit;

import dev.groma.cluster.ControlPlane;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Behind {@link ClusterTest}. */
final class ClusterExtension implements ParameterResolver {
  private static final int LONGEST_PREFIX = 40;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ControlPlane.class || type == TestNamespace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ControlPlane cluster = SharedControlPlane.get();
    if (parameter.getParameter().getType() == ControlPlane.class) {
      return cluster;
    }
    var namespace = new TestNamespace(cluster.createNamespace(prefix(context)), cluster);
    context.getStore(Namespace.create(ClusterExtension.class)).put(namespace.name(), namespace);
    return namespace;
  }

  /** The test class as a DNS label, so that a look into the cluster tells whose is what. */
  private static String prefix(ExtensionContext context) {
    String name =
        context
            .getRequiredTestClass()
            .getSimpleName()
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]", "-");
    return name.substring(0, Math.min(name.length(), LONGEST_PREFIX));
  }
}
