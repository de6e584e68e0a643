package dev.groma.cluster.local;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to environment variables in a container's command, arguments and environment, as the
 * Kubernetes API documents them: {@code $(NAME)} is replaced when NAME is known and stays
 * otherwise, {@code $$} is a dollar sign.
 */
final class Expansion {
  private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|\\(([^)]*)\\))");

  private Expansion() {}

  static String expand(String text, Map<String, String> variables) {
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(value(reference, variables)));
  }

  private static String value(
      java.util.regex.MatchResult reference, Map<String, String> variables) {
    String name = reference.group(1);
    return name == null ? "$" : variables.getOrDefault(name, reference.group());
  }
}
