package dev.groma.runner.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Dead-letter queues; everything it does is in its subcommands. */
@Command(
    name = "dlq",
    description = {
      "Looks into the dead-letter queue of a LayoutQueue, sends messages back, drops them.",
      "",
      "SQS shows a message only to whoever receives it, and hides it from others meanwhile: what these"
          + " commands do not act on is given back at their end."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  groma dlq list https://sqs.eu-central-1.amazonaws.com/123456789012/plans-dead",
      "  groma dlq redrive URL --reason MappingMissing",
      "  groma dlq list http://localhost:9324/000000000000/plans-dead --endpoint http://localhost:9324"
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class DlqCommand implements Runnable {

  @Mixin private HelpOption help = new HelpOption();

  private DlqCommand() {}

  static CommandLine commandLine(Session session) {
    return new CommandLine(new DlqCommand())
        .addSubcommand(new DlqListCommand(session))
        .addSubcommand(new DlqShowCommand(session))
        .addSubcommand(new DlqRedriveCommand(session))
        .addSubcommand(new DlqDropCommand(session));
  }

  @Override
  public void run() {
    throw new UsageException("list, show, redrive or drop?");
  }
}
