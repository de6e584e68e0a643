@NullMarked
package dev.groma.cluster;

import org.jspecify.annotations.NullMarked;
