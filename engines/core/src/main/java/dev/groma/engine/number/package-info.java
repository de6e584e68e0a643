/**
 * Numbers as text: the same characters for the same number on every machine, in every locale,
 * rounded to a stated place. {@link dev.groma.engine.number.Decimals} writes them, {@link
 * dev.groma.engine.number.Precision} says how many places a plan deserves.
 */
@NullMarked
package dev.groma.engine.number;

import org.jspecify.annotations.NullMarked;
