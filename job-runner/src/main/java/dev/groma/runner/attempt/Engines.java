package dev.groma.runner.attempt;

import dev.groma.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The engines that this program has.
 *
 * @param all in the order in which they are listed
 */
public record Engines(List<Engine<?, ?>> all) {

  public Engines {
    all = List.copyOf(all);
  }

  /** The engine of this name. */
  public Optional<Engine<?, ?>> find(String name) {
    return all.stream().filter(engine -> engine.name().equals(name)).findFirst();
  }

  /** The names of all engines, for a sentence. */
  public String names() {
    return all.stream().map(Engine::name).collect(Collectors.joining(", "));
  }
}
