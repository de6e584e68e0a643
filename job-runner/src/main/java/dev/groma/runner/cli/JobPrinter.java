package dev.groma.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.manifest.YamlFormat;
import dev.groma.runner.local.FinishedJob;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Prints jobs with their status. */
sealed interface JobPrinter {

  /** Prints one job; those that follow each other are told apart. */
  void job(FinishedJob job);

  /** Prints what had to wait for the last job. */
  default void end() {}

  /** YAML documents. */
  final class Yaml implements JobPrinter {
    private final PrintWriter out;
    private boolean begun;

    Yaml(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void job(FinishedJob job) {
      if (begun) {
        out.println("---");
      }
      begun = true;
      out.print(YamlFormat.write(job.layoutJob()));
      out.flush();
    }
  }

  /** One JSON object a line. */
  record JsonLines(PrintWriter out) implements JobPrinter {
    @Override
    public void job(FinishedJob job) {
      out.println(job.layoutJob());
      out.flush();
    }
  }

  /** A line a job, in columns as wide as they need to be. */
  final class Table implements JobPrinter {
    private final PrintWriter out;
    private final Columns columns =
        new Columns("NAME", "ENGINE", "PHASE", "REASON", "DURATION", "SUMMARY");

    Table(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void job(FinishedJob job) {
      JsonNode status = job.layoutJob().path("status");
      String engine = status.path("engine").asText();
      columns.add(
          job.name(),
          engine,
          status.path("phase").asText(),
          reason(status),
          status.path("duration").asText(),
          summary(status.path("summary").path(engine)));
    }

    private static String reason(JsonNode status) {
      for (JsonNode condition : status.path("conditions")) {
        if (condition.path("type").asText().equals("Ready")) {
          return condition.path("reason").asText();
        }
      }
      return "";
    }

    private static String summary(JsonNode summary) {
      return summary.properties().stream()
          .map(number -> number.getKey() + "=" + number.getValue().asText())
          .collect(Collectors.joining(" "));
    }

    @Override
    public void end() {
      columns.print(out);
    }
  }
}
