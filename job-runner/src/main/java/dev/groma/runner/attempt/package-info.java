/**
 * One attempt: an engine, its inputs and parameters in; artifacts, {@code result.json}, a last word
 * and an exit code out. The same in a Pod and on a laptop.
 *
 * <p>An <em>outcome</em> is an answer or the reason why there is none; {@link
 * dev.groma.runner.attempt.EngineRun} makes it and is the entry. Nothing that an engine does can
 * escape it: a fault of the engine's own is an outcome too. A run is decided once: by its outcome
 * or by a signal, whichever {@link dev.groma.runner.attempt.StopSignal} sees first.
 */
@NullMarked
package dev.groma.runner.attempt;

import org.jspecify.annotations.NullMarked;
