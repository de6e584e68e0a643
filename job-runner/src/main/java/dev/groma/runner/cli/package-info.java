/**
 * The commands of {@code groma}: what a person types, and what is printed for it.
 *
 * <p>Answers go to the standard output, everything else to the standard error. {@link
 * dev.groma.runner.cli.GromaCommand} is the entry; docs/reference/cli.md is generated from it.
 */
@NullMarked
package dev.groma.runner.cli;

import org.jspecify.annotations.NullMarked;
