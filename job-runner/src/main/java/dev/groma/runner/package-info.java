/**
 * The program {@code groma}: runs engines for LayoutJobs, on a laptop and in a Pod.
 *
 * <p>{@link dev.groma.runner.Groma} is the entry.
 */
@NullMarked
package dev.groma.runner;

import org.jspecify.annotations.NullMarked;
