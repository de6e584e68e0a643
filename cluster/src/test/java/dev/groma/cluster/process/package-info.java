@NullMarked
package dev.groma.cluster.process;

import org.jspecify.annotations.NullMarked;
