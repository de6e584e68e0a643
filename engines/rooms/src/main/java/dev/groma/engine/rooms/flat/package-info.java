/**
 * Growable and sorted arrays of primitives, without boxing.
 *
 * <p>Plans have up to millions of edges; lists of boxed numbers would cost more than the geometry.
 * Entry: {@link dev.groma.engine.rooms.flat.RadixSort}.
 */
@NullMarked
package dev.groma.engine.rooms.flat;

import org.jspecify.annotations.NullMarked;
