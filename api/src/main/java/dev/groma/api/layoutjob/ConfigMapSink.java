package dev.groma.api.layoutjob;

/** Artifacts go into a ConfigMap that the operator names; there is nothing to choose. */
public record ConfigMapSink() {}
