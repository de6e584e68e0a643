package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import dev.groma.engine.json.NearestName;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.manifest.schema.Schema;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains the fields of a LayoutJob. */
@Command(
    name = "explain",
    description =
        "Explains a field of a LayoutJob and those below it: type, unit, bounds, default.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  groma explain",
      "  groma explain roomDetection",
      "  groma explain roomDetection.snapTolerance",
      "  groma explain status.summary"
    },
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class ExplainCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Parameters(
      paramLabel = "FIELD",
      arity = "0..1",
      description = {
        "Path of the field, such as roomDetection.walls; spec. in front may be left away. Default:"
            + " spec"
      })
  private String field = "spec";

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Schema root = LayoutJobSchema.load().explained();
    String first = field.split("\\.", 2)[0];
    String path = root.members().containsKey(first) ? field : "spec." + field;
    Schema found = find(root, path);
    new FieldText(session.terminal().out()).print(path, found);
    return ExitCode.DONE.code();
  }

  private Schema find(Schema root, String path) {
    Schema schema = root;
    String walked = "";
    for (String name : path.split("\\.")) {
      Schema element = schema.element();
      Schema holder = schema.members().isEmpty() && element != null ? element : schema;
      Schema next = holder.members().get(name);
      if (next == null) {
        throw new UsageException(unknown(walked, name, holder));
      }
      walked = walked.isEmpty() ? name : walked + "." + name;
      schema = next;
    }
    return schema;
  }

  private static String unknown(String path, String name, Schema holder) {
    List<String> names = List.copyOf(holder.members().keySet());
    String nearest = NearestName.of(name, names);
    String field = "%s has no field %s".formatted(path, name);
    if (names.isEmpty()) {
      return field + "; it has none";
    }
    return nearest == null
        ? field + "; it has " + String.join(", ", names)
        : field + "; did you mean %s?".formatted(nearest);
  }
}
