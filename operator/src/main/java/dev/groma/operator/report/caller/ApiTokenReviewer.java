package dev.groma.operator.report.caller;

import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewStatus;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks by a TokenReview. */
public final class ApiTokenReviewer implements TokenReviewer {

  /** pkg/serviceaccount of Kubernetes: the user of a ServiceAccount, and what it is bound to. */
  private static final String USER_PREFIX = "system:serviceaccount:";

  private static final String POD_NAME = "authentication.kubernetes.io/pod-name";
  private static final String POD_UID = "authentication.kubernetes.io/pod-uid";

  private final KubernetesClient client;
  private final String audience;

  /** Takes tokens for this audience alone. */
  public ApiTokenReviewer(KubernetesClient client, String audience) {
    this.client = client;
    this.audience = audience;
  }

  @Override
  public Review review(String token) {
    TokenReview question =
        new TokenReviewBuilder()
            .withNewSpec()
            .withToken(token)
            .withAudiences(audience)
            .endSpec()
            .build();
    try {
      return read(client.tokenReviews().create(question).getStatus());
    } catch (KubernetesClientException e) {
      throw new RefusedException(
          Refusal.Unavailable,
          "the operator cannot have the token reviewed (HTTP %d)".formatted(e.getCode()),
          e);
    }
  }

  private Review read(TokenReviewStatus status) {
    if (!Objects.equals(status.getAuthenticated(), true)) {
      return new Review.Unknown(Objects.requireNonNullElse(status.getError(), "not authenticated"));
    }
    // An authenticator that knows no audiences leaves them out and accepts any.
    if (!status.getAudiences().contains(audience)) {
      return new Review.Unknown("it is not for audience " + audience);
    }
    return pod(status.getUser());
  }

  private static Review pod(UserInfo user) {
    Optional<String> name = extra(user, POD_NAME);
    Optional<String> uid = extra(user, POD_UID);
    String[] account =
        user.getUsername().startsWith(USER_PREFIX)
            ? user.getUsername().substring(USER_PREFIX.length()).split(":", -1)
            : new String[0];
    return account.length == 2 && name.isPresent() && uid.isPresent()
        ? new Review.Known(new PodIdentity(account[0], name.get(), uid.get()))
        : new Review.NoPod(user.getUsername());
  }

  private static Optional<String> extra(UserInfo user, String key) {
    return Optional.ofNullable(user.getExtra())
        .map(extra -> extra.getOrDefault(key, List.of()))
        .filter(values -> values.size() == 1)
        .map(List::getFirst);
  }
}
