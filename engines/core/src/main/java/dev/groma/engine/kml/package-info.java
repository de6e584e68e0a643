/**
 * Reading KML 2.0 to 2.2 with Google's extensions, and KMZ.
 *
 * <p>{@link dev.groma.engine.kml.KmlReader} is the entry; {@link dev.groma.engine.kml.Kmz} unpacks
 * the document of an archive. Nothing outside of the file is fetched, no entity is expanded, a
 * document type declaration is refused, and everything has a limit.
 *
 * <p>Terms: a <em>placemark</em> is a feature; coordinates are degrees of longitude and latitude in
 * WGS84. Prefixes of names are passed over, so {@code gx:Track} is a {@code Track}. Whether rings
 * are sound is the affair of {@link dev.groma.engine.ring}.
 */
@NullMarked
package dev.groma.engine.kml;

import org.jspecify.annotations.NullMarked;
