package dev.groma.manifest;

import dev.groma.engine.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Reads the documents of a YAML text. */
final class YamlText {

  private YamlText() {}

  static Documents read(String text) {
    List<Document> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try {
      for (Node root : yaml().composeAll(new StringReader(text))) {
        try {
          documents.add(YamlTree.of(root));
        } catch (YamlTree.Misfit misfit) {
          problems.add(misfit.problem());
        }
      }
    } catch (MarkedYAMLException syntax) {
      problems.add(problem(syntax.getProblemMark(), words(syntax)));
    } catch (YAMLException limit) {
      problems.add(Problem.at("", words(limit)));
    }
    return new Documents(documents, problems);
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Source.MAX_BYTES);
    options.setNestingDepthLimit(Documents.MAX_DEPTH);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(unused), unused, options, new YamlScalars());
  }

  private static String words(MarkedYAMLException syntax) {
    String context = syntax.getContext();
    return "is not YAML: "
        + (context == null ? "" : context + ": ")
        + syntax.getProblem()
        + hint(syntax.getProblem());
  }

  private static String words(YAMLException limit) {
    return "is not read as YAML: " + limit.getMessage();
  }

  private static String hint(@Nullable String problem) {
    return problem != null && problem.contains("'\\t(TAB)'")
        ? "; indent with spaces, YAML takes no tabs"
        : "";
  }

  private static Problem problem(@Nullable Mark mark, String message) {
    return mark == null
        ? Problem.at("", message)
        : new Problem("", mark.getLine() + 1, mark.getColumn() + 1, message);
  }
}
