package dev.groma.runner.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a completion script. */
@Command(
    name = "completion",
    description = "Prints a script that completes groma's commands and options in a shell.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  source <(groma completion bash)",
      "  groma completion zsh > ~/.groma.zsh",
      "  echo 'source ~/.groma.zsh' >> ~/.zshrc"
    },
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class CompletionCommand implements Callable<Integer> {

  /** The shells; one script serves both, as it switches zsh's bash completion on by itself. */
  enum Shell {
    bash,
    zsh
  }

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;
  private final CommandLine root;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private Shell shell = Shell.bash;

  CompletionCommand(Session session, CommandLine root) {
    this.session = session;
    this.root = root;
  }

  @Override
  public Integer call() {
    session.terminal().out().print(AutoComplete.bash("groma", root));
    session.terminal().out().flush();
    return 0;
  }
}
