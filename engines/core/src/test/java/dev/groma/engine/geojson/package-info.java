@NullMarked
package dev.groma.engine.geojson;

import org.jspecify.annotations.NullMarked;
