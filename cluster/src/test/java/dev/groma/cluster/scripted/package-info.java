@NullMarked
package dev.groma.cluster.scripted;

import org.jspecify.annotations.NullMarked;
