@NullMarked
package dev.groma.cluster.audit;

import org.jspecify.annotations.NullMarked;
