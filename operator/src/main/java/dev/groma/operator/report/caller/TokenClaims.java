package dev.groma.operator.report.caller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.runner.RunnerContract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a token says of itself (RFC 7519). Nobody has verified it: good enough to refuse a token
 * without a question to the API server, never to accept one.
 *
 * @param audiences whom it is meant for
 * @param expiresAt when it ends
 */
record TokenClaims(List<String> audiences, Instant expiresAt) {

  private static final int PARTS = 3;

  /** Copies the list. */
  TokenClaims {
    audiences = List.copyOf(audiences);
  }

  /** The claims of a token of a ServiceAccount; none of anything else. */
  static Optional<TokenClaims> of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      JsonNode claims = RunnerContract.mapper().readTree(payload);
      JsonNode expiry = claims.path("exp");
      return expiry.canConvertToLong()
          ? Optional.of(
              new TokenClaims(
                  audiences(claims.path("aud")), Instant.ofEpochSecond(expiry.asLong())))
          : Optional.empty();
    } catch (IllegalArgumentException | JsonProcessingException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> audiences(JsonNode audience) {
    List<String> audiences = new ArrayList<>();
    if (audience.isTextual()) {
      audiences.add(audience.asText());
    }
    audience.elements().forEachRemaining(one -> audiences.add(one.asText()));
    return audiences;
  }
}
