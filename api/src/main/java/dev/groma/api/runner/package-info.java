/**
 * The contract between whoever starts a runner and the runner: a request file in, a result file, a
 * termination message and an exit code out.
 *
 * <p>All documents are versioned by {@link dev.groma.api.runner.RunnerContract#API_VERSION} and
 * written as canonical JSON ({@link dev.groma.api.runner.RunnerContract#canonicalJson}); their JSON
 * Schemas lie beside this package. {@link dev.groma.api.runner.RunnerRequest} is the entry.
 */
@NullMarked
package dev.groma.api.runner;

import org.jspecify.annotations.NullMarked;
