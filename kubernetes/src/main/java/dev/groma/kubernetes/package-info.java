/**
 * How Groma's programs talk to the API server: connections whose silence is noticed ({@link
 * dev.groma.kubernetes.SilenceAwareHttpClientFactory}), objects read without what nobody asks for
 * ({@link dev.groma.kubernetes.LeanSerialization}) and caches that keep only what somebody looks at
 * ({@link dev.groma.kubernetes.SlimStore}), and deletions of one object and no namesake ({@link
 * dev.groma.kubernetes.Deletion}).
 */
@NullMarked
package dev.groma.kubernetes;

import org.jspecify.annotations.NullMarked;
