/** The page about the bridge says what the code does. */
@NullMarked
package dev.groma.bridge;

import org.jspecify.annotations.NullMarked;
