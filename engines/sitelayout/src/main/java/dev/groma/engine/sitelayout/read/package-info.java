/**
 * Makes a site of files: which polygon is what, in which coordinate system to work, what ground
 * there is.
 *
 * <p>{@link dev.groma.engine.sitelayout.read.SiteReader} is the entry. Limits are checked before
 * memory is taken; what is missing or does not fit is told with the place and the way out.
 */
@NullMarked
package dev.groma.engine.sitelayout.read;

import org.jspecify.annotations.NullMarked;
