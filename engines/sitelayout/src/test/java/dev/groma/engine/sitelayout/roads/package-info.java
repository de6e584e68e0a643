@NullMarked
package dev.groma.engine.sitelayout.roads;

import org.jspecify.annotations.NullMarked;
