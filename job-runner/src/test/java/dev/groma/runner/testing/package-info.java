/** What the tests of several packages share: an engine that does as it is told, and processes. */
@NullMarked
package dev.groma.runner.testing;

import org.jspecify.annotations.NullMarked;
