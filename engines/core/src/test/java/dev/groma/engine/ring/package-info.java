@NullMarked
package dev.groma.engine.ring;

import org.jspecify.annotations.NullMarked;
