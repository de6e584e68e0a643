/**
 * Trains the runner's AOT cache (JEP 514): {@link dev.groma.images.training.RunnerTraining} runs
 * real jobs in the unpacked image, with its own Java runtime and paths, and keeps what the JVM
 * learns.
 *
 * <p>A <em>rehearsal</em> is what the runner is given to do meanwhile: attempts as a Pod runs them,
 * one for each example with S3, and one with a ConfigMap for its artifacts, each reporting to an
 * endpoint with TLS. The laptop's commands have no part in it: a class that is in the cache and not
 * used costs time at every start.
 */
@NullMarked
package dev.groma.images.training;

import org.jspecify.annotations.NullMarked;
