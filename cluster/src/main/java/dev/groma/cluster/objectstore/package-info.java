/**
 * A real S3 server for tests and for trying out: S3Proxy over a folder, in a process of its own on
 * the loopback interface. It checks signatures, takes multipart uploads and keeps no versions.
 *
 * <p>Its jar carries everything it needs and is laid down by the build of this module, so it is on
 * nobody's class path. {@link dev.groma.cluster.objectstore.ObjectStore} is the entry.
 */
@NullMarked
package dev.groma.cluster.objectstore;

import org.jspecify.annotations.NullMarked;
