package dev.groma.api.layoutjob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The hash under which equal requests know each other. */
public final class InputHash {

  private static final ObjectMapper TREES = new ObjectMapper();

  private InputHash() {}

  /**
   * SHA-256 of what a spec asks for, 64 hexadecimal digits: engine, parameters, where the inputs
   * come from, seed, and the program that answers.
   *
   * @param block of the engine
   * @param seed of its random choices
   * @param program such as the runner's image: another version may answer differently
   */
  public static String of(EngineBlock block, long seed, String program) {
    ObjectNode text = TREES.createObjectNode();
    text.put("engine", block.engine());
    text.set("parameters", block.parameters());
    ObjectNode inputs = text.putObject("inputs");
    block.inputs().forEach(input -> inputs.set(input.name(), TREES.valueToTree(input.source())));
    text.put("seed", seed);
    text.put("program", program);
    return CanonicalJson.sha256(text);
  }

  /**
   * Whether the hash says all there is to know of the inputs: their text, or objects that no one
   * can change. A ConfigMap, a file and an S3 object without a version may be another one tomorrow.
   */
  public static boolean pinned(EngineBlock block) {
    return block.inputs().stream().map(EngineBlock.NamedInput::source).allMatch(InputHash::pinned);
  }

  private static boolean pinned(InputSource source) {
    S3Object s3 = source.s3();
    return source.inline() != null
        || (s3 != null && (s3.versionId() != null || s3.sha256() != null));
  }
}
