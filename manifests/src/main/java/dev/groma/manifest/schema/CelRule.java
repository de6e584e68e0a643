package dev.groma.manifest.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.projectnessie.cel.checker.Decls;
import org.projectnessie.cel.tools.Script;
import org.projectnessie.cel.tools.ScriptException;
import org.projectnessie.cel.tools.ScriptHost;

/**
 * A validation rule in the Common Expression Language, evaluated by cel-java, a port of the cel-go
 * that the API server uses. Safe for use by several threads.
 */
public final class CelRule {

  private static final String SELF = "self";

  private final String rule;
  private final String message;

  /**
   * Compiled when first asked: that takes as long as many evaluations, and some are never asked.
   */
  private volatile @Nullable Script script;

  CelRule(String rule, String message) {
    this.rule = rule;
    this.message = message;
  }

  /** The expression. */
  public String rule() {
    return rule;
  }

  /** For whoever breaks it. */
  public String message() {
    return message;
  }

  /** Whether the rule is about a change, so that it says nothing about a new object. */
  boolean isTransition() {
    return rule.contains("oldSelf");
  }

  /**
   * Whether the rule holds.
   *
   * @param self the value that the rule stands at: maps, lists, strings, longs, doubles, booleans
   * @throws IllegalStateException when the rule cannot be compiled or fails; the CRD's fault
   */
  boolean holdsFor(Object self) {
    try {
      return script().execute(Boolean.class, Map.of(SELF, self));
    } catch (ScriptException broken) {
      throw new IllegalStateException("rule of the CRD: " + rule, broken);
    }
  }

  /**
   * The rule, compiled.
   *
   * @throws ScriptException when it cannot be
   */
  Script script() throws ScriptException {
    Script known = script;
    if (known == null) {
      known =
          ScriptHost.newBuilder()
              .build()
              .buildScript(rule)
              .withDeclarations(List.of(Decls.newVar(SELF, Decls.Dyn)))
              .build();
      script = known;
    }
    return known;
  }
}
