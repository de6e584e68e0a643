package dev.groma.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.bridge.message.TroubledException;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server says, in its own words, and what is made of it. */
class AnswersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          409 | AlreadyExists      | layoutjobs.groma.dev "lj-a" already exists                                     | Exists
          422 | Invalid            | LayoutJob.groma.dev "lj-a" is invalid: spec.seed: Invalid value                 | Invalid
          400 | BadRequest         | the object provided is unrecognized                                            | Invalid
          413 | RequestEntityTooLarge | limit is 3145728                                                            | Invalid
          500 | InternalError      | etcdserver: request is too large                                               | Invalid
          422 | Invalid            | ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no               | Denied
          403 | Forbidden          | admission webhook "w.example.com" denied the request: no                        | Denied
          403 | Forbidden          | exceeded quota: jobs, requested: count/layoutjobs.groma.dev=1, used: 3, limited: 3 | QUOTA
          403 | Forbidden          | User "x" cannot create resource "layoutjobs" in API group "groma.dev"           | FORBIDDEN
          403 | Forbidden          | unable to create new content in namespace a because it is being terminated      | NO_NAMESPACE
          401 | Unauthorized       | Unauthorized                                                                   | FORBIDDEN
          404 | NotFound           | namespaces "a" not found                                                       | NO_NAMESPACE
          404 | NotFound           | the server could not find the requested resource                               | UNREACHABLE
          409 | Conflict           | Operation cannot be fulfilled                                                  | FAULT
          429 | TooManyRequests    | too many requests                                                              | OVERLOADED
          503 | ServiceUnavailable | the server is currently unable to handle the request                           | OVERLOADED
          504 | Timeout            | request did not complete within the allotted timeout                           | OVERLOADED
          500 | InternalError      | etcdserver: mvcc: database space exceeded                                      | UNREACHABLE
          500 | InternalError      | failed calling webhook "w": connection refused                                 | UNREACHABLE
          500 | InternalError      | something else                                                                 | FAULT
          0   |                    | connection refused                                                             | UNREACHABLE
          """)
  void each_answer_is_about_the_job_or_about_us(
      int code, String reason, String message, String meaning) {
    KubernetesClientException error =
        new KubernetesClientException(
            message,
            code,
            new StatusBuilder().withCode(code).withReason(reason).withMessage(message).build());

    assertThat(meaning(error)).isEqualTo(meaning);
  }

  private static String meaning(KubernetesClientException error) {
    try {
      return Answers.ofCreate(error).getClass().getSimpleName();
    } catch (TroubledException e) {
      return e.trouble().kind().name();
    }
  }
}
