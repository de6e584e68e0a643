/** Tests of SBOMs. */
@NullMarked
package dev.groma.images.sbom;

import org.jspecify.annotations.NullMarked;
