/**
 * How Groma's programs talk to the API server: by a client ({@link dev.groma.kubernetes.ApiClient})
 * whose connections are not silent unnoticed ({@link
 * dev.groma.kubernetes.SilenceAwareHttpClientFactory}), and that reads objects without what nobody
 * asks for ({@link dev.groma.kubernetes.LeanSerialization}); through watches that tell when they
 * end ({@link dev.groma.kubernetes.Informers}) and caches that keep only what somebody looks at
 * ({@link dev.groma.kubernetes.SlimStore}); with deletions of one object and no namesake ({@link
 * dev.groma.kubernetes.Deletion}); what it says when it refuses ({@link
 * dev.groma.kubernetes.ApiErrors}); and under which name a program holds a Lease ({@link
 * dev.groma.kubernetes.LeaseHolder}).
 */
@NullMarked
package dev.groma.kubernetes;

import org.jspecify.annotations.NullMarked;
