/**
 * What can be measured of the bridge: metrics whose labels have as many values as there are
 * LayoutQueues and reasons.
 */
@NullMarked
package dev.groma.bridge.telemetry;

import org.jspecify.annotations.NullMarked;
