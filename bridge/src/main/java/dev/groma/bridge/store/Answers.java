package dev.groma.bridge.store;

import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.Trouble.Kind;
import dev.groma.bridge.message.TroubledException;
import dev.groma.kubernetes.ApiErrors;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** Reads what the API server means by an error. */
public final class Answers {

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY_REQUESTS = 429;

  /** What k8s.io/apiserver says of a webhook, and of a ValidatingAdmissionPolicy. */
  private static final String WEBHOOK = "admission webhook";

  private static final String POLICY = "ValidatingAdmissionPolicy";

  private Answers() {}

  /**
   * An error of a create as an answer.
   *
   * @throws TroubledException when it is none about the job
   */
  static Jobs.Answer ofCreate(KubernetesClientException e) throws TroubledException {
    String words = ApiErrors.words(e);
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_CONFLICT -> conflict(e);
      case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE, TOO_LARGE ->
          isDenial(words) ? new Jobs.Answer.Denied(words) : new Jobs.Answer.Invalid(words);
      case HttpURLConnection.HTTP_FORBIDDEN -> {
        if (isDenial(words)) {
          yield new Jobs.Answer.Denied(words);
        }
        throw trouble(e);
      }
      case HttpURLConnection.HTTP_INTERNAL_ERROR -> {
        // etcd's own limit, 1.5 MiB, is no matter of time.
        if (words.contains("request is too large")) {
          yield new Jobs.Answer.Invalid(words);
        }
        throw trouble(e);
      }
      default -> throw trouble(e);
    };
  }

  private static Jobs.Answer conflict(KubernetesClientException e) throws TroubledException {
    if ("AlreadyExists".equals(reason(e))) {
      return new Jobs.Answer.Exists();
    }
    throw trouble(e);
  }

  private static boolean isDenial(String words) {
    return words.contains(POLICY)
        || (words.contains(WEBHOOK) && words.contains("denied the request"));
  }

  /** An error as a trouble. */
  public static TroubledException trouble(KubernetesClientException e) {
    return new TroubledException(new Trouble(kind(e), ApiErrors.words(e)));
  }

  private static Kind kind(KubernetesClientException e) {
    String words = ApiErrors.words(e);
    return switch (e.getCode()) {
      case 0 -> Kind.UNREACHABLE;
      case HttpURLConnection.HTTP_UNAUTHORIZED -> Kind.FORBIDDEN;
      case HttpURLConnection.HTTP_FORBIDDEN -> {
        if (words.contains("exceeded quota") || words.contains("status unknown for quota")) {
          yield Kind.QUOTA;
        }
        yield words.contains("is being terminated") ? Kind.NO_NAMESPACE : Kind.FORBIDDEN;
      }
      case HttpURLConnection.HTTP_NOT_FOUND ->
          words.contains("namespaces \"") ? Kind.NO_NAMESPACE : Kind.UNREACHABLE;
      case TOO_MANY_REQUESTS,
          HttpURLConnection.HTTP_CLIENT_TIMEOUT,
          HttpURLConnection.HTTP_UNAVAILABLE,
          HttpURLConnection.HTTP_GATEWAY_TIMEOUT,
          HttpURLConnection.HTTP_BAD_GATEWAY ->
          Kind.OVERLOADED;
      // A webhook that cannot be called, or etcd without space, fails for all alike.
      case HttpURLConnection.HTTP_INTERNAL_ERROR ->
          words.contains("etcdserver:") || words.contains("failed calling webhook")
              ? Kind.UNREACHABLE
              : Kind.FAULT;
      default -> Kind.FAULT;
    };
  }

  private static String reason(KubernetesClientException e) {
    Status status = e.getStatus();
    return status == null ? "" : String.valueOf(status.getReason());
  }
}
