package dev.groma.operator.life;

import dev.groma.api.layoutjob.ConfigMapKey;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.Execution;
import dev.groma.api.layoutjob.InputHash;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.layoutjob.Reuse;
import dev.groma.api.layoutjob.ReusePolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
   * @param seed of the engine's random choices
   * @param output where artifacts go
   * @param policy how attempts run
   * @param execution where they run, as the spec has it; null where it says nothing
   * @param reusableFor how old an answer of another job may be to do as well; null for none will do
   * @param inputHash under which equal requests know each other
   * @param correlationId the submitter's own name for the LayoutJob
   */
  record Runnable(
      EngineBlock block,
      long seed,
      Output output,
      ExecutionPolicy policy,
      @Nullable Execution execution,
      @Nullable Duration reusableFor,
      String inputHash,
      @Nullable String correlationId)
      implements Order {

    /** The first inline input that is longer than the contract allows. */
    Optional<NamedInput> tooLarge() {
      return block.inputs().stream()
          .filter(input -> bytes(input) > InputSource.INLINE_MAX_BYTES)
          .findFirst();
    }

    /** The inline inputs, where together they are longer than a Pod's annotations can hold. */
    List<NamedInput> tooLargeTogether() {
      List<NamedInput> inline = block.inputs().stream().filter(input -> bytes(input) > 0).toList();
      int together = inline.stream().mapToInt(Runnable::bytes).sum();
      return together > InputSource.INLINE_TOTAL_MAX_BYTES ? inline : List.of();
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
  static Order of(@Nullable LayoutJobSpec spec, Defaults defaults) {
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
    Output output = Objects.requireNonNullElse(spec.output(), defaults.output());
    if (!output.unambiguous()) {
      return new Unreadable("the output has not exactly one sink");
    }
    return block.inputs().stream()
        .filter(input -> !hasOneSource(input.source()))
        .findFirst()
        .<Order>map(
            input -> new Unreadable("the input " + input.name() + " has not exactly one source"))
        .orElseGet(() -> runnable(spec, block, output, defaults));
  }

  /** Whether a stored spec has the parts that the CRD demands. */
  static boolean isReadable(@Nullable LayoutJobSpec spec) {
    if (spec == null || spec.unreadable() != null) {
      return false;
    }
    try {
      return EngineBlock.of(spec).inputs().stream().allMatch(it -> hasOneSource(it.source()));
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static Runnable runnable(
      LayoutJobSpec spec, EngineBlock block, Output output, Defaults defaults) {
    long seed = Objects.requireNonNullElse(spec.seed(), 0L);
    return new Runnable(
        block,
        seed,
        output,
        ExecutionPolicy.of(spec.execution(), defaults),
        spec.execution(),
        reusableFor(spec.reuse(), block),
        InputHash.of(block, seed, defaults.image()),
        spec.correlationId());
  }

  /** Five minutes where the spec names no age, as spec.reuse.maxAgeSeconds documents. */
  private static @Nullable Duration reusableFor(@Nullable Reuse reuse, EngineBlock block) {
    if (reuse == null || reuse.policy() != ReusePolicy.IfSameInput || !InputHash.pinned(block)) {
      return null;
    }
    return Duration.ofSeconds(Objects.requireNonNullElse(reuse.maxAgeSeconds(), 300));
  }

  private static boolean hasOneSource(@Nullable InputSource source) {
    if (source == null || !source.unambiguous()) {
      return false;
    }
    ConfigMapKey key = source.configMap();
    return key == null || (key.name() != null && key.key() != null);
  }
}
