@NullMarked
package dev.groma.engine.sitelayout.earthworks;

import org.jspecify.annotations.NullMarked;
