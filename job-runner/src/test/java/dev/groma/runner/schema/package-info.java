@NullMarked
package dev.groma.runner.schema;

import org.jspecify.annotations.NullMarked;
