@NullMarked
package dev.groma.engine.kml;

import org.jspecify.annotations.NullMarked;
