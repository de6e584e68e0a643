/**
 * Tests of decisions, as tables: every row is a statement about the product.
 *
 * <p>{@link dev.groma.operator.life.World} says what is seen, {@link dev.groma.operator.life.Row}
 * what is decided then.
 */
@NullMarked
package dev.groma.operator.life;

import org.jspecify.annotations.NullMarked;
