/** Tests of the proxies that break the network. */
@NullMarked
package dev.groma.cluster.faults;

import org.jspecify.annotations.NullMarked;
