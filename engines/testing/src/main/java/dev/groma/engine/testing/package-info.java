/**
 * What the tests of all engines share: real data beside the repository, GDAL as a second opinion,
 * archives.
 */
@NullMarked
package dev.groma.engine.testing;

import org.jspecify.annotations.NullMarked;
