package dev.groma.runner.s3;

/**
 * What was fetched.
 *
 * @param object with the version that it was, where the service keeps versions
 * @param bytes its length
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record FetchedObject(ObjectName object, long bytes, String sha256) {}
