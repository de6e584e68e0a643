package dev.groma.api.layoutjob;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash under which equal requests know each other. */
public final class InputHash {

  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

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
    ObjectNode text = CANONICAL.createObjectNode();
    text.put("engine", block.engine());
    text.set("parameters", block.parameters());
    ObjectNode inputs = text.putObject("inputs");
    block
        .inputs()
        .forEach(input -> inputs.set(input.name(), CANONICAL.valueToTree(input.source())));
    text.put("seed", seed);
    text.put("program", program);
    return HexFormat.of().formatHex(sha256(canonical(text)));
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

  /** Members in alphabetical order: maps are sorted on their way through {@code Object}. */
  private static byte[] canonical(ObjectNode text) {
    try {
      return CANONICAL
          .writeValueAsString(CANONICAL.treeToValue(text, Object.class))
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree is always JSON", impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
