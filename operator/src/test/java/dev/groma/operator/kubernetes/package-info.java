/** Tests of the connection to the API server and of the parts put together by Quarkus. */
@NullMarked
package dev.groma.operator.kubernetes;

import org.jspecify.annotations.NullMarked;
