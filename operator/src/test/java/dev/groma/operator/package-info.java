/** What the tests of the operator share. */
@NullMarked
package dev.groma.operator;

import org.jspecify.annotations.NullMarked;
