@NullMarked
package dev.groma.cluster.sqs;

import org.jspecify.annotations.NullMarked;
