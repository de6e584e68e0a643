/**
 * The runner's life in a Pod: a folder with a request in, a folder with an answer, a termination
 * message and an exit code out. {@link dev.groma.runner.pod.PodAttempt} is the entry.
 */
@NullMarked
package dev.groma.runner.pod;

import org.jspecify.annotations.NullMarked;
