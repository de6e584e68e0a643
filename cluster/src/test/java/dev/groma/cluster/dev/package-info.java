@NullMarked
package dev.groma.cluster.dev;

import org.jspecify.annotations.NullMarked;
