/** What tests of several packages share. */
@NullMarked
package dev.groma.engine.testing;

import org.jspecify.annotations.NullMarked;
