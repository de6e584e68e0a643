package dev.groma.runner.local;

import dev.groma.engine.Input;

/**
 * An input at hand.
 *
 * @param input for the engine
 * @param origin of its text
 */
record LocalInput(Input input, Origin origin) {}
