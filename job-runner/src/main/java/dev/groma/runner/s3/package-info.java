/**
 * Objects in S3 and in whatever speaks its protocol: fetched into a file, stored from a file, in
 * memory of a few buffers whatever their size.
 *
 * <p>The AWS SDK does the talking, the signing and the trying again. Nothing outside this package
 * names a class of it, and {@link dev.groma.runner.s3.ObjectStorage}, the entry, is only touched by
 * jobs that need it: loading the SDK costs more than a small plan takes.
 */
@NullMarked
package dev.groma.runner.s3;

import org.jspecify.annotations.NullMarked;
