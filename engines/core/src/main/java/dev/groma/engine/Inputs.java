package dev.groma.engine;

import java.util.List;
import java.util.Optional;

/**
 * The inputs of a run: one per name of {@link Engine#inputNames()}, and those of {@link
 * Engine#optionalInputNames()} that the job has.
 *
 * @param all in the order of the names
 */
public record Inputs(List<Input> all) {

  public Inputs {
    all = List.copyOf(all);
  }

  /** The input of this name, where the job has it. */
  public Optional<Input> find(String name) {
    return all.stream().filter(input -> input.name().equals(name)).findFirst();
  }

  /**
   * The input of this name.
   *
   * @throws IllegalArgumentException when the caller handed in none of this name
   */
  public Input get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no input named " + name));
  }
}
