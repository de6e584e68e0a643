/**
 * Trains the runner's AOT cache (JEP 514): {@link dev.groma.images.training.RunnerTraining} runs
 * real jobs in the unpacked image, with its own Java runtime and paths, and keeps what the JVM
 * learns.
 *
 * <p>A <em>rehearsal</em> is what the runner is given to do meanwhile: the examples, and two
 * attempts as a Pod runs them, one with a ConfigMap for its artifacts and one with S3, each
 * reporting to an endpoint with TLS.
 */
@NullMarked
package dev.groma.images.training;

import org.jspecify.annotations.NullMarked;
