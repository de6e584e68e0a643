@NullMarked
package dev.groma.cluster.local;

import org.jspecify.annotations.NullMarked;
