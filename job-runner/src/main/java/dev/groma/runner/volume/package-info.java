/**
 * Files on mounted volumes: inputs below them, artifacts onto them. A path stays inside its volume,
 * whatever it says and whatever links lie there. {@link dev.groma.runner.volume.MountedVolume} is
 * the entry.
 */
@NullMarked
package dev.groma.runner.volume;

import org.jspecify.annotations.NullMarked;
