package dev.groma.cluster.junit;

import dev.groma.cluster.process.Leash;
import dev.groma.cluster.realnode.RealNode;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Behind {@link NodeTest}. */
final class NodeExtension implements ExecutionCondition, ParameterResolver {

  private static final class Holder {
    static final RealNode NODE = start();

    private static RealNode start() {
      RealNode node = RealNode.start();
      Leash.ofThisJvm().beforeEnd(node::close);
      return node;
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if ("true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("CI needs a real node");
    }
    return RealNode.obstacle()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("there can be a real node"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RealNode.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Holder.NODE;
  }
}
