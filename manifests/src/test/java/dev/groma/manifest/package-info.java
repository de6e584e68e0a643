@NullMarked
package dev.groma.manifest;

import org.jspecify.annotations.NullMarked;
