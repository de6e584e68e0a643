/** Input made to break readers. */
@NullMarked
package dev.groma.engine.hostile;

import org.jspecify.annotations.NullMarked;
