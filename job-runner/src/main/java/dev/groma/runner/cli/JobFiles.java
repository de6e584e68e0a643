package dev.groma.runner.cli;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.ExitCode;
import dev.groma.manifest.Finding;
import dev.groma.manifest.Manifest;
import dev.groma.manifest.ManifestSet;
import dev.groma.manifest.Setting;
import dev.groma.manifest.Source;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.runner.local.Laptop;
import dev.groma.runner.local.Outside;
import dev.groma.runner.local.Refused;
import dev.groma.runner.local.RemoteInputs;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The arguments of a command that reads manifests. */
final class JobFiles {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = {
        "Manifests in YAML or JSON, many documents to a file; - is the standard input. ConfigMaps"
            + " among them may hold inputs; other objects are passed over."
      })
  private List<String> files = List.of();

  @Option(
      names = {"-f", "--filename"},
      paramLabel = "FILE",
      description = "The same, as kubectl takes it. May be given several times.")
  private List<String> named = List.of();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      converter = SettingConverter.class,
      description = {
        "Sets a field of every LayoutJob, such as spec.roomDetection.snapTolerance=0.05; null takes"
            + " it away. May be given several times."
      })
  private List<Setting> settings = List.of();

  @Option(
      names = "--allow-outside",
      description = "Takes input files from outside their manifest's folder as well.")
  private boolean allowOutside;

  @Option(
      names = {"-q", "--quiet"},
      description = "Says nothing on the standard error but errors.")
  private boolean quiet;

  static final class SettingConverter implements ITypeConverter<Setting> {
    @Override
    public Setting convert(String argument) {
      try {
        return Setting.parse(argument);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  boolean quiet() {
    return quiet;
  }

  /** Reads the files; what is wrong with them is printed, and what is not is returned. */
  ManifestSet read(Terminal terminal, Worst worst) {
    List<String> all = given();
    List<Source> sources = new ArrayList<>();
    for (String file : all) {
      try {
        sources.add(Source.read(file, terminal.in()));
      } catch (IOException unreadable) {
        print(terminal, Finding.of(file, String.valueOf(unreadable.getMessage())));
        worst.add(ExitCode.UNREACHABLE);
      }
    }
    ManifestSet manifests = ManifestSet.read(sources, settings);
    for (Finding finding : manifests.findings()) {
      print(terminal, finding);
      worst.add(ExitCode.BAD_PARAMETERS);
    }
    if (manifests.layoutJobs().isEmpty() && worst.get() == ExitCode.DONE) {
      print(
          terminal,
          Finding.of(String.join(", ", all), "there is no %s in it".formatted(LayoutJob.KIND)));
      worst.add(ExitCode.BAD_PARAMETERS);
    }
    if (!quiet) {
      manifests.passedOver().forEach(other -> note(terminal, other));
    }
    return manifests;
  }

  private List<String> given() {
    List<String> all = Stream.concat(named.stream(), files.stream()).toList();
    if (all.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "Missing required parameter: 'FILE', or - for the standard input");
    }
    return all;
  }

  /**
   * The cluster of one that these manifests make.
   *
   * @param fetching whether inputs in S3 are fetched
   */
  Laptop laptop(Session session, ManifestSet manifests, boolean fetching) {
    return new Laptop(
        LayoutJobSchema.load(),
        session.engines(),
        manifests,
        allowOutside ? Outside.ALLOWED : Outside.REFUSED,
        new RemoteInputs(fetching, System.getenv()),
        Clock.systemUTC());
  }

  private static void note(Terminal terminal, Manifest other) {
    terminal
        .err()
        .println(
            other
                .finding("", "passed over: %s %s".formatted(other.kind(), other.name()))
                .describe());
  }

  static void print(Terminal terminal, Finding finding) {
    terminal.err().println(terminal.red("error: ") + finding.describe());
  }

  /** Says why a job was not taken, and what to do about it. */
  static void print(Terminal terminal, Manifest manifest, Refused refused) {
    refused.findings().forEach(finding -> print(terminal, finding));
    terminal
        .err()
        .println(
            "%s: %s. Mend the manifest and try again; `groma explain` knows every field."
                .formatted(
                    manifest.name().isEmpty() ? manifest.source() : manifest.name(),
                    terminal.red("Refused")));
  }
}
