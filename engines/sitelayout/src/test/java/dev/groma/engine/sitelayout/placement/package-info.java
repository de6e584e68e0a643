@NullMarked
package dev.groma.engine.sitelayout.placement;

import org.jspecify.annotations.NullMarked;
