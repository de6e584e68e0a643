package dev.groma.runner.pod;

import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.engine.Engine;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import dev.groma.runner.report.RunLog;
import dev.groma.runner.s3.FetchedObject;
import dev.groma.runner.s3.LazyObjectStorage;
import dev.groma.runner.s3.ObjectName;
import dev.groma.runner.transfer.FileWords;
import dev.groma.runner.transfer.TransferException;
import dev.groma.runner.volume.MountedVolume;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the inputs of a request together.
 *
 * @param folder of the request
 * @param scratch empty folder for what is fetched
 * @param storage for inputs in S3
 * @param log takes down what was fetched
 */
record RequestInputs(Path folder, Path scratch, LazyObjectStorage storage, RunLog log) {

  /**
   * No engine takes more of one input, and a Pod that fills its scratch space, 256 MiB unless the
   * operator is told otherwise, is evicted without a word.
   */
  private static final long MAX_BYTES = 192L << 20;

  /** The engine's inputs: the required ones must be there, the optional ones may. */
  Inputs of(RunnerRequest request, Engine<?, ?> engine) throws TransferException {
    Map<String, RequestInput> named = new HashMap<>();
    request.inputs().forEach(input -> named.put(input.name(), input));
    List<Input> inputs = new ArrayList<>();
    for (String name : engine.inputNames()) {
      RequestInput input = named.get(name);
      if (input == null) {
        throw TransferException.refused("the request names no source for the input " + name);
      }
      inputs.add(input(input));
    }
    for (String name : engine.optionalInputNames()) {
      RequestInput input = named.get(name);
      if (input != null) {
        inputs.add(input(input));
      }
    }
    return new Inputs(inputs);
  }

  private Input input(RequestInput input) throws TransferException {
    try {
      RequestObject object = input.s3();
      return object == null ? Input.ofFile(input.name(), file(input)) : fetched(input, object);
    } catch (IOException unreadable) {
      throw TransferException.unreachable(
          "the input %s: %s".formatted(input.name(), FileWords.of(unreadable)));
    }
  }

  /** In the request's own folder, where links are the kubelet's; or on a volume. */
  private Path file(RequestInput input) throws TransferException {
    Path path = Path.of(String.valueOf(input.path()));
    return path.isAbsolute() ? MountedVolume.holding(path).file(path) : folder.resolve(path);
  }

  private Input fetched(RequestInput input, RequestObject object)
      throws TransferException, IOException {
    Path target = scratch.resolve(input.name());
    ObjectName wanted = new ObjectName(object.bucket(), object.key(), object.versionId());
    log.info("fetching", Map.of("uri", wanted.uri()));
    FetchedObject fetched = storage.get().fetch(wanted, object.sha256(), MAX_BYTES, target);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("input", input.name());
    fields.put("uri", fetched.object().uri());
    fields.put("bytes", fetched.bytes());
    fields.put("sha256", fetched.sha256());
    log.info("fetched", fields);
    return Input.ofFile(input.name(), target, wanted.fileName());
  }
}
