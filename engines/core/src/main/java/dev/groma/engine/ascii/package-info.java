/**
 * Reading elevation models in ESRI's ASCII grid format.
 *
 * <p>{@link dev.groma.engine.ascii.EsriAscii} is the entry. The text is read as a stream; memory is
 * that of the window asked for.
 */
@NullMarked
package dev.groma.engine.ascii;

import org.jspecify.annotations.NullMarked;
