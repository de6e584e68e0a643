package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The LayoutJob that an attempt belongs to. */
public record JobReference(
    @JsonProperty(required = true) String namespace,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String uid) {

  public JobReference {
    RunnerDocuments.required(namespace, "namespace");
    RunnerDocuments.required(name, "name");
    RunnerDocuments.required(uid, "uid");
  }
}
