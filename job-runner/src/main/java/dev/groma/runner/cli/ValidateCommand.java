package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import dev.groma.manifest.Manifest;
import dev.groma.manifest.ManifestSet;
import dev.groma.runner.attempt.RunContext;
import dev.groma.runner.attempt.StopSignal;
import dev.groma.runner.local.Laptop;
import dev.groma.runner.local.LocalJob;
import dev.groma.runner.local.Refused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether LayoutJobs would run. */
@Command(
    name = "validate",
    description = {
      "Says whether a cluster would take the LayoutJobs, and whether they would come to an answer.",
      "",
      "The checks are those of the API server (the CRD's schema and rules) and the engine's own: its"
          + " parameters and, where the inputs are at hand, a run whose answer is thrown away."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  groma validate plan.yaml walls-configmap.yaml",
      "  kubectl get lj old -o yaml | groma validate -"
    },
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class ValidateCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Mixin private JobFiles jobs = new JobFiles();

  @Option(
      names = "--laptop",
      description = {
        "Takes what `groma run` takes on this machine: inputs may be files as well. Default: what a"
            + " cluster takes."
      })
  private boolean laptop;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Terminal terminal = session.terminal();
    StopSignal stop = StopSignal.listen(() -> {}, terminal::tellStopped);
    Worst worst = new Worst();
    ManifestSet manifests = jobs.read(terminal, worst);
    Laptop machine = jobs.laptop(session, manifests, laptop);
    for (Manifest manifest : manifests.layoutJobs()) {
      if (!stop.requested()) {
        worst.add(check(machine, manifest, stop));
      }
    }
    if (!stop.decide(stop.requested() ? ExitCode.STOPPED : worst.get())) {
      return ExitCode.STOPPED.code();
    }
    stop.end();
    return worst.get().code();
  }

  private ExitCode check(Laptop machine, Manifest manifest, StopSignal stop) {
    Terminal terminal = session.terminal();
    try {
      LocalJob job = laptop ? machine.accept(manifest) : machine.acceptForCluster(manifest);
      return rehearse(machine, job, stop);
    } catch (Refused refused) {
      JobFiles.print(terminal, manifest, refused);
      return ExitCode.BAD_PARAMETERS;
    }
  }

  private ExitCode rehearse(Laptop machine, LocalJob job, StopSignal stop) {
    Terminal terminal = session.terminal();
    Laptop.Rehearsal rehearsal;
    try (ProgressReport progress = ProgressReport.of(terminal, job.name(), jobs.quiet())) {
      rehearsal =
          machine.rehearse(job, new RunContext(progress.view(), stop::requested, job.seed()));
    }
    boolean elsewhere = !laptop && rehearsal.exitCode() == ExitCode.UNREACHABLE;
    if (elsewhere) {
      terminal
          .out()
          .println(
              "%s: %s: valid; its input is in the cluster and was not read"
                  .formatted(job.manifest().source(), job.name()));
      return ExitCode.DONE;
    }
    rehearsal.findings().forEach(finding -> JobFiles.print(terminal, finding));
    if (rehearsal.exitCode() == ExitCode.DONE) {
      terminal.out().println("%s: %s: valid".formatted(job.manifest().source(), job.name()));
    }
    return rehearsal.exitCode();
  }
}
