@NullMarked
package dev.groma.engine.sitelayout.ground;

import org.jspecify.annotations.NullMarked;
