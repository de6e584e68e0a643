package dev.groma.cluster.local;

import java.nio.file.Path;

/**
 * Something that a container sees at a path of its own.
 *
 * @param source file or folder on this machine
 * @param target absolute path in the container
 * @param readOnly whether the container may only read it
 */
record MountPoint(Path source, String target, boolean readOnly) {}
