package dev.groma.operator.report.caller;

/**
 * The Pod that a token was issued to.
 *
 * @param namespace of the Pod and its ServiceAccount
 * @param name of the Pod
 * @param uid of the Pod
 */
public record PodIdentity(String namespace, String name, String uid) {}
