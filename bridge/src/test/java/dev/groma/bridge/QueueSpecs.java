package dev.groma.bridge;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Specs of LayoutQueues, as people write them. */
public final class QueueSpecs {

  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private QueueSpecs() {}

  /** A spec in YAML. */
  public static LayoutQueueSpec read(String yaml) {
    return YAML.unmarshal(yaml, LayoutQueueSpec.class);
  }

  /** One of a queue on AWS, with these further members in YAML. */
  public static LayoutQueueSpec of(String members) {
    return read("queue: {url: 'https://sqs/1/jobs'}\n" + members);
  }
}
