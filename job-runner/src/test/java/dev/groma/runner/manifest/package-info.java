@NullMarked
package dev.groma.runner.manifest;

import org.jspecify.annotations.NullMarked;
