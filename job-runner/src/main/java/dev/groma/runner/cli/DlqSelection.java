package dev.groma.runner.cli;

import dev.groma.runner.deadletter.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Which messages of a dead-letter queue: named one by one, by their reason, or all. Never all by
 * silence.
 */
final class DlqSelection extends DlqOptions {

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Ids of messages, here or in the queue that they came from.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only messages with this reason, such as MappingMissing.")
  private @Nullable String reason;

  @Option(names = "--all", description = "All messages.")
  private boolean all;

  Selection selection() {
    boolean some = !ids.isEmpty() || reason != null;
    if (some == all) {
      throw new UsageException(
          some
              ? "--all says more than ids and --reason; leave one out"
              : "which messages? Name ids, --reason or --all");
    }
    return new Selection(new LinkedHashSet<>(ids), reason);
  }
}
