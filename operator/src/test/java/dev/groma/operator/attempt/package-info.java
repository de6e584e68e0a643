/** Tests of what is made for an attempt and what is read of it. */
@NullMarked
package dev.groma.operator.attempt;

import org.jspecify.annotations.NullMarked;
