/**
 * What an image is made of, as an SBOM in CycloneDX and as licences; {@link
 * dev.groma.images.sbom.Sbom} is where to begin.
 *
 * <p>Maven knows the libraries and their licences, Debian's packages are in the base. A library is
 * in an image when its jar is: what Maven lists and the image lacks is left out, and a jar that
 * Maven does not list is an error.
 */
@NullMarked
package dev.groma.images.sbom;

import org.jspecify.annotations.NullMarked;
