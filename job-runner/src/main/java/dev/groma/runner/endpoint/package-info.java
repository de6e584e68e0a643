/**
 * The operator's report endpoint as a runner uses it: progress while the engine works, artifacts
 * for a ConfigMap at its end. HTTPS with the authority that the operator names, and with the Pod's
 * own token. {@link dev.groma.runner.endpoint.ReportEndpoint} is the entry.
 */
@NullMarked
package dev.groma.runner.endpoint;

import org.jspecify.annotations.NullMarked;
