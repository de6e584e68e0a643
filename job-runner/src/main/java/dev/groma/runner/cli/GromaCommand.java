package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command itself; everything it does is in its subcommands. */
@Command(
    name = "groma",
    description = {
      "Geometry analysis from Kubernetes manifests, without a cluster.",
      "",
      "A LayoutJob says what to analyse. The same manifest runs here and, with the operator, in a"
          + " cluster; the answer is the same to the byte."
    },
    footerHeading = "%nTo begin:%n",
    footer = {
      "  groma run examples/apartment.yaml   finds the rooms of a flat",
      "  groma validate plan.yaml            would a cluster take it, and its data?",
      "  groma explain roomDetection         every parameter, its unit and default",
      "  groma dlq list URL                  messages that never became a job, and why",
      "  groma run --help                    more on one command"
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    optionListHeading = "%n",
    versionProvider = VersionText.class)
public final class GromaCommand implements Runnable {

  @Mixin private HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version of the program and of what it speaks.")
  private boolean versionRequested;

  private GromaCommand() {}

  /** The whole command line, ready to be executed. */
  public static CommandLine commandLine(Session session) {
    CommandLine line = new CommandLine(new GromaCommand());
    line.addSubcommand(new RunCommand(session));
    line.addSubcommand(new ValidateCommand(session));
    line.addSubcommand(new EnginesCommand(session));
    line.addSubcommand(new ExplainCommand(session));
    line.addSubcommand(DlqCommand.commandLine(session));
    line.addSubcommand(new CompletionCommand(session, line));
    line.addSubcommand(new AttemptCommand(session));
    Terminal terminal = session.terminal();
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExitCodeExceptionMapper(_ -> ExitCode.BUG.code());
    line.setParameterExceptionHandler((wrong, _) -> explain(wrong));
    line.setExecutionExceptionHandler((fault, command, _) -> report(terminal, fault, command));
    Map<String, String> exitCodes = new LinkedHashMap<>();
    for (ExitCode exit : ExitCode.values()) {
      exitCodes.put(String.valueOf(exit.code()), exit.meaning());
    }
    line.getCommandSpec().usageMessage().exitCodeList(exitCodes);
    return line;
  }

  @Override
  public void run() {
    throw new UsageException("which command?");
  }

  private static int explain(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("groma: " + wrong.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
      pointToHelp(command);
    }
    return ExitCode.BAD_PARAMETERS.code();
  }

  private static int report(Terminal terminal, Exception fault, CommandLine command) {
    if (fault instanceof UsageException wrong) {
      command.getErr().println("groma: " + wrong.getMessage());
      pointToHelp(command);
      return ExitCode.BAD_PARAMETERS.code();
    }
    terminal.tellFault(fault);
    return ExitCode.BUG.code();
  }

  private static void pointToHelp(CommandLine command) {
    command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
  }
}
