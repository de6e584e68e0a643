package dev.groma.runner.cli;

import java.io.PrintWriter;

/** How {@code groma run} prints jobs; spelled as on the command line. */
enum Format {
  yaml,
  json,
  table;

  JobPrinter printer(PrintWriter out) {
    return switch (this) {
      case yaml -> new JobPrinter.Yaml(out);
      case json -> new JobPrinter.JsonLines(out);
      case table -> new JobPrinter.Table(out);
    };
  }
}
