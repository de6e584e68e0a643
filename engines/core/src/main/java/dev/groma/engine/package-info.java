/**
 * The contract between an engine and whoever runs it.
 *
 * <p>An engine is a pure function of (inputs, parameters): it reads the streams it is handed,
 * writes the artifacts it is asked for, and returns a summary. The same bytes in give the same
 * bytes out. It knows no Kubernetes, no network, no file system, no clock and no environment.
 * {@link dev.groma.engine.Engine} is the entry; one instance serves any number of runs, one thread
 * per run.
 */
@NullMarked
package dev.groma.engine;

import org.jspecify.annotations.NullMarked;
