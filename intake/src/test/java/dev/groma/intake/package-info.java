@NullMarked
package dev.groma.intake;

import org.jspecify.annotations.NullMarked;
