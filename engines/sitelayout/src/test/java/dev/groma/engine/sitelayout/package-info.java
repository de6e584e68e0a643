@NullMarked
package dev.groma.engine.sitelayout;

import org.jspecify.annotations.NullMarked;
