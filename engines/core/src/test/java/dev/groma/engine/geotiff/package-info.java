@NullMarked
package dev.groma.engine.geotiff;

import org.jspecify.annotations.NullMarked;
