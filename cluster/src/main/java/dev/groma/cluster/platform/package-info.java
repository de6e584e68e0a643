/**
 * Groma as its users install it: images, charts and helm, on a real node, with S3 beside it.
 *
 * <p>Entry class: {@link dev.groma.cluster.platform.Platform}.
 */
@NullMarked
package dev.groma.cluster.platform;

import org.jspecify.annotations.NullMarked;
