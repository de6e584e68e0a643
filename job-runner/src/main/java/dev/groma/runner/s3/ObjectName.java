package dev.groma.runner.s3;

import org.jspecify.annotations.Nullable;

/**
 * An object in a bucket.
 *
 * @param versionId of one version; null for the newest
 */
public record ObjectName(String bucket, String key, @Nullable String versionId) {

  /** The newest version. */
  public static ObjectName newest(String bucket, String key) {
    return new ObjectName(bucket, key, null);
  }

  /** As it stands in a status: {@code s3://bucket/key?versionId=...}. */
  public String uri() {
    String version = versionId == null ? "" : "?versionId=" + versionId;
    return "s3://" + bucket + "/" + key + version;
  }

  /** What a file of this object is called: the key from its last slash on. */
  public String fileName() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** For a sentence. */
  String describe() {
    String version = versionId == null ? "" : " (version " + versionId + ")";
    return "s3://" + bucket + "/" + key + version;
  }
}
