package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.layoutjob.S3Object;
import dev.groma.api.layoutjob.S3Prefix;
import dev.groma.api.layoutjob.VolumeFile;
import dev.groma.api.layoutjob.VolumeFolder;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RequestReport;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import org.jspecify.annotations.Nullable;

/** Writes the request of an attempt. */
final class RequestDocument {

  private RequestDocument() {}

  /** As canonical JSON, so that the same attempt always has the same request. */
  static String of(Assignment assignment, ReportAccess report) {
    return RunnerContract.canonicalJson(
        RunnerRequest.of(
            assignment.owner(),
            assignment.attempt(),
            new RunnerRequest.Work(
                assignment.block().engine(),
                assignment.block().parameters(),
                assignment.seed(),
                assignment.block().inputs().stream().map(RequestDocument::input).toList()),
            new RunnerRequest.Delivery(
                Math.toIntExact(assignment.limits().timeout().toSeconds()),
                output(assignment),
                new RequestReport(report.url(), RunnerPaths.TOKEN, RunnerPaths.CA)),
            assignment.correlationId()));
  }

  private static RequestInput input(NamedInput input) {
    S3Object s3 = input.source().s3();
    VolumeFile file = input.source().volumeClaim();
    if (s3 != null) {
      return RequestInput.ofObject(
          input.name(), new RequestObject(s3.bucket(), s3.key(), s3.versionId(), s3.sha256()));
    }
    return file == null
        ? RequestInput.ofFile(input.name(), RunnerPaths.inputFile(input.name()))
        : RequestInput.ofFile(
            input.name(), RunnerPaths.inputVolume(input.name()) + "/" + file.path());
  }

  private static RequestOutput output(Assignment assignment) {
    Output output = assignment.output();
    S3Prefix s3 = output.s3();
    VolumeFolder volume = output.volumeClaim();
    if (s3 != null) {
      return RequestOutput.ofS3(s3.bucket(), place(s3.prefix(), assignment));
    }
    return volume == null
        ? RequestOutput.ofConfigMap()
        : RequestOutput.ofVolume(
            RunnerPaths.OUTPUT_VOLUME + "/" + place(volume.path(), assignment));
  }

  private static String place(@Nullable String chosen, Assignment to) {
    return ResultPlace.prefix(chosen, to.owner(), to.attempt());
  }
}
