package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.ConfigMapKey;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobSpec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a spec asks for. The CRD lets only good specs in; but an object that was stored under
 * another version of the CRD need not fit this one.
 */
public sealed interface Order {

  /**
   * An engine can be asked to run.
   *
   * @param block the engine's block
   * @param correlationId the submitter's own name for the LayoutJob
   */
  record Runnable(EngineBlock block, @Nullable String correlationId) implements Order {

    /** The first inline input that is longer than the contract allows. */
    Optional<NamedInput> tooLarge() {
      return block.inputs().stream()
          .filter(input -> bytes(input) > InputSource.INLINE_MAX_BYTES)
          .findFirst();
    }

    /** Length of an inline input in UTF-8; 0 for any other. */
    static int bytes(NamedInput input) {
      String inline = input.source().inline();
      return inline == null ? 0 : inline.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /**
   * The spec does not fit this version of the CRD.
   *
   * @param why what does not fit
   */
  record Unreadable(String why) implements Order {}

  /** Reads a spec; null where the stored object has none. */
  static Order of(@Nullable LayoutJobSpec spec) {
    if (spec == null) {
      return new Unreadable("the object has no spec");
    }
    if (spec.unreadable() != null) {
      return new Unreadable("the spec does not fit: " + spec.unreadable());
    }
    EngineBlock block;
    try {
      block = EngineBlock.of(spec);
    } catch (IllegalArgumentException none) {
      return new Unreadable("this version knows no engine of the spec: " + none.getMessage());
    }
    return block.inputs().stream()
        .filter(input -> !hasOneSource(input.source()))
        .findFirst()
        .<Order>map(
            input -> new Unreadable("the input " + input.name() + " has not exactly one source"))
        .orElseGet(() -> new Runnable(block, spec.correlationId()));
  }

  private static boolean hasOneSource(@Nullable InputSource source) {
    if (source == null) {
      return false;
    }
    ConfigMapKey key = source.configMap();
    boolean hasKey = key != null && key.name() != null && key.key() != null;
    return (source.inline() != null) != (key != null) && (key == null || hasKey);
  }
}
