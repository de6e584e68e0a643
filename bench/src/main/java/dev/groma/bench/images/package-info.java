/**
 * Sizes of the images, and how long a runner takes from its start to its answer; {@link
 * dev.groma.bench.images.Images} is the program.
 */
@NullMarked
package dev.groma.bench.images;

import org.jspecify.annotations.NullMarked;
