@NullMarked
package dev.groma.cluster.realnode;

import org.jspecify.annotations.NullMarked;
