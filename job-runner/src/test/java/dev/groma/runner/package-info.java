@NullMarked
package dev.groma.runner;

import org.jspecify.annotations.NullMarked;
