@NullMarked
package dev.groma.runner.endpoint;

import org.jspecify.annotations.NullMarked;
