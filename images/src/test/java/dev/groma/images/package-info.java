/** Tests of the images: what is in them, and that it runs. */
@NullMarked
package dev.groma.images;

import org.jspecify.annotations.NullMarked;
