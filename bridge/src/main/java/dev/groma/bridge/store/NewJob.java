package dev.groma.bridge.store;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.bridge.message.JobKey;

/**
 * A job that is to be.
 *
 * @param manifest with namespace and name
 * @param contentHash of what its request asks for, 64 hexadecimal digits
 */
public record NewJob(LayoutJob manifest, String contentHash) {

  /** Where it is to stand. */
  public JobKey key() {
    return new JobKey(manifest.getMetadata().getNamespace(), manifest.getMetadata().getName());
  }
}
