package dev.groma.operator.report.caller;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import dev.groma.operator.report.caller.TokenReviewer.Review;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Tells callers by their tokens, and remembers for a while whom it has met: by the token's SHA-256,
 * so that no token stays in memory. Safe for use by many threads.
 */
public final class Callers {

  /** How long a good token is taken for good without asking again. */
  static final Duration KNOWN_FOR = Duration.ofMinutes(1);

  /** How long a bad token is refused without asking again. */
  static final Duration UNKNOWN_FOR = Duration.ofSeconds(5);

  /** Tokens that are remembered; beyond that the least used are forgotten. Chosen. */
  private static final int REMEMBERED = 10_000;

  /** Reviews at the same time: made-up tokens are not to keep the API server busy. Chosen. */
  private static final int REVIEWS_AT_ONCE = 16;

  private static final String SCHEME = "bearer ";

  private final TokenReviewer reviewer;
  private final String audience;
  private final AsyncCache<String, Review> known;
  private final Executor threads;
  private final Semaphore reviews = new Semaphore(REVIEWS_AT_ONCE);

  /**
   * Asks this reviewer.
   *
   * @param audience that tokens must be meant for
   * @param threads that may be blocked
   * @param ticker the clock of the memory
   */
  public Callers(TokenReviewer reviewer, String audience, Executor threads, Ticker ticker) {
    this.reviewer = reviewer;
    this.audience = audience;
    this.threads = threads;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(
                Expiry.<String, Review>creating((hash, review) ->
                    switch (review) {
                      case Review.Known pod -> KNOWN_FOR;
                      case Review.NoPod user -> UNKNOWN_FOR;
                      case Review.Unknown token -> UNKNOWN_FOR;
                    }))
            .ticker(ticker)
            .executor(Runnable::run)
            .buildAsync();
  }

  /**
   * The Pod that calls.
   *
   * @param authorization the header of that name
   * @throws RefusedException when the token is missing or no good, or nobody can say
   */
  public PodIdentity identify(@Nullable String authorization, Instant now) {
    String token = token(authorization);
    TokenClaims claims =
        TokenClaims.of(token)
            .orElseThrow(() ->
                new RefusedException(
                    Refusal.TokenInvalid, "the token is not one of a ServiceAccount"));
    if (!claims.audiences().contains(audience)) {
      throw new RefusedException(
          Refusal.WrongAudience,
          "the token is for %s; a projected volume gives one for audience %s"
              .formatted(claims.audiences(), audience));
    }
    if (!now.isBefore(claims.expiresAt())) {
      throw new RefusedException(
          Refusal.TokenExpired,
          "the token has expired at %s; read the file again, the kubelet keeps it fresh"
              .formatted(claims.expiresAt()));
    }
    return switch (review(token)) {
      case Review.Known(PodIdentity pod) -> pod;
      case Review.NoPod(String user) ->
          throw new RefusedException(
              Refusal.WrongPod, "the token of %s is not bound to a Pod".formatted(user));
      case Review.Unknown(String words) ->
          throw new RefusedException(
              Refusal.TokenInvalid, "the API server does not accept the token: " + words);
    };
  }

  private static String token(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new RefusedException(
          Refusal.TokenMissing, "send the header Authorization: Bearer TOKEN");
    }
    return authorization.substring(SCHEME.length()).strip();
  }

  private Review review(String token) {
    CompletableFuture<Review> review =
        known.get(
            sha256(token), (hash, any) -> CompletableFuture.supplyAsync(() -> ask(token), threads));
    try {
      return review.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw new RefusedException(refused.refusal(), refused.detail(), refused);
      }
      throw e;
    }
  }

  private Review ask(String token) {
    if (!reviews.tryAcquire()) {
      throw new RefusedException(Refusal.Busy, "too many new tokens at once");
    }
    try {
      return reviewer.review(token);
    } finally {
      reviews.release();
    }
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
