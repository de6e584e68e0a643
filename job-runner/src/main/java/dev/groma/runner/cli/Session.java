package dev.groma.runner.cli;

import dev.groma.runner.attempt.Engines;

/**
 * What every command needs of its surroundings.
 *
 * @param terminal the streams
 * @param engines that this program has
 */
public record Session(Terminal terminal, Engines engines) {}
