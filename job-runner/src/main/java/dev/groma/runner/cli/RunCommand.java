package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import dev.groma.manifest.Manifest;
import dev.groma.manifest.ManifestSet;
import dev.groma.runner.attempt.RunContext;
import dev.groma.runner.attempt.StopSignal;
import dev.groma.runner.local.FinishedJob;
import dev.groma.runner.local.Laptop;
import dev.groma.runner.local.LocalJob;
import dev.groma.runner.local.Refused;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs LayoutJobs on this machine. */
@Command(
    name = "run",
    description = {
      "Runs LayoutJobs on this machine, as the operator runs them in a cluster.",
      "",
      "Prints each job with its status; the artifacts go into a folder of the job's name. A job that"
          + " fails does not stop the others: the exit code is that of the worst."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  groma run examples/apartment.yaml",
      "  groma run examples/*.yaml --format table",
      "  groma run plan.yaml --set spec.roomDetection.doorGapMax=1.2 -o /tmp/plans",
      "  cat plan.yaml | groma run - --format json | jq .status.summary",
      "",
      "On a laptop an input may be a file beside its manifest:",
      "  spec: {roomDetection: {unit: mm, walls: {file: walls.json}}}",
      "An input in S3 is fetched with the credentials of the AWS SDK; GROMA_S3_ENDPOINT,",
      "GROMA_S3_REGION and GROMA_S3_PATH_STYLE=true name another service than AWS."
    },
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class RunCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Mixin private JobFiles jobs = new JobFiles();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder that gets a folder per job. Default: ${DEFAULT-VALUE}")
  private Path output = Path.of("groma-out");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "What is printed: ${COMPLETION-CANDIDATES}. yaml: documents; json: one line a job; table: one"
            + " line a job, for people. Default: ${DEFAULT-VALUE}"
      })
  private Format format = Format.yaml;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Terminal terminal = session.terminal();
    StopSignal stop = StopSignal.listen(() -> {}, terminal::tellStopped);
    Worst worst = new Worst();
    ManifestSet manifests = jobs.read(terminal, worst);
    Laptop laptop = jobs.laptop(session, manifests, true);
    JobPrinter printer = format.printer(terminal.out());
    Set<String> names = new HashSet<>();
    for (Manifest manifest : manifests.layoutJobs()) {
      if (stop.requested()) {
        worst.add(ExitCode.STOPPED);
        break;
      }
      worst.add(run(laptop, manifest, names, printer, stop));
    }
    printer.end();
    if (!stop.decide(worst.get())) {
      return ExitCode.STOPPED.code();
    }
    stop.end();
    return worst.get().code();
  }

  private ExitCode run(
      Laptop laptop, Manifest manifest, Set<String> names, JobPrinter printer, StopSignal stop) {
    Terminal terminal = session.terminal();
    LocalJob job;
    try {
      job = laptop.accept(manifest);
    } catch (Refused refused) {
      JobFiles.print(terminal, manifest, refused);
      return ExitCode.BAD_PARAMETERS;
    }
    if (!names.add(job.name())) {
      JobFiles.print(
          terminal,
          manifest.finding(
              "metadata.name",
              "a job of this name has run already; run this one with another --output"));
      return ExitCode.BAD_PARAMETERS;
    }
    Path folder = output.resolve(job.name());
    FinishedJob finished;
    try (ProgressReport progress = ProgressReport.of(terminal, job.name(), jobs.quiet())) {
      finished =
          laptop.run(job, folder, new RunContext(progress.view(), stop::requested, job.seed()));
    }
    printer.job(finished);
    new EndReport(terminal, jobs.quiet()).tell(job, finished, folder);
    return finished.exitCode();
  }
}
