/**
 * Vector data as they come: KML, KMZ and GeoJSON told apart by content and read into one kind of
 * feature. {@link dev.groma.engine.vector.VectorFile} is the entry.
 */
@NullMarked
package dev.groma.engine.vector;

import org.jspecify.annotations.NullMarked;
