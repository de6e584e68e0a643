/** Tests of the training. */
@NullMarked
package dev.groma.images.training;

import org.jspecify.annotations.NullMarked;
