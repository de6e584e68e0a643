@NullMarked
package dev.groma.manifest.schema;

import org.jspecify.annotations.NullMarked;
