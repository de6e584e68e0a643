/**
 * Reading and writing elevation models as GeoTIFF (OGC 19-008, TIFF 6.0, BigTIFF).
 *
 * <p>{@link dev.groma.engine.geotiff.GeoTiff} reads: it looks at the directory of the file first,
 * checks every limit before it takes memory, and then reads windows, never the whole file. {@link
 * dev.groma.engine.geotiff.GeoTiffWriter} writes.
 *
 * <p>Why a reader of our own: of the readers for the JVM that were tried, one clamps floats to 1,
 * one reads LZW with a predictor as NaN, one knows no BigTIFF. A subset that is right is small.
 *
 * <p>Terms: a <em>block</em> is a strip or a tile, the unit of compression; an <em>IFD</em> (image
 * file directory) lists the <em>tags</em> of one image. What cannot be read is refused by its name;
 * nothing is ever read as zeros.
 */
@NullMarked
package dev.groma.engine.geotiff;

import org.jspecify.annotations.NullMarked;
