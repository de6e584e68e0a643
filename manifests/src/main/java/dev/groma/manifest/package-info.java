/**
 * Reads manifests: files of one or more YAML or JSON documents, as {@code kubectl apply -f} takes
 * them, with the line of every value.
 *
 * <p>A <em>source</em> is a file or the standard input; a <em>document</em> is one YAML or JSON
 * value in it; a <em>manifest</em> is a document that is a Kubernetes object. A <em>finding</em> is
 * something wrong with one of them. Scalars mean what the API server takes them for (YAML 1.1 as
 * sigs.k8s.io/yaml reads it, without numbers to the base 60); a name that comes twice, a number
 * that JSON does not have and a document that unfolds beyond its bounds are findings. {@link
 * dev.groma.manifest.ManifestSet} is the entry.
 */
@NullMarked
package dev.groma.manifest;

import org.jspecify.annotations.NullMarked;
