/**
 * The table of docs/reliability.md, written by the tests that it names.
 *
 * <p>A test that is a {@link dev.groma.e2e.reliability.Proof} says which promise it tries to break
 * and by which fault; what it has counted goes into a {@link dev.groma.e2e.reliability.Finding}.
 * {@code make chaos} runs them all and writes the page; {@code make test} checks that the page has
 * a row for each and no other.
 *
 * <p>Entry class: {@link dev.groma.e2e.reliability.Proof}.
 */
@NullMarked
package dev.groma.e2e.reliability;

import org.jspecify.annotations.NullMarked;
