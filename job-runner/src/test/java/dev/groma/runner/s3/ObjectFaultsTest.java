package dev.groma.runner.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groma.api.runner.ExitCode;
import dev.groma.runner.testing.AwsCredentials;
import dev.groma.runner.testing.FaultyS3;
import dev.groma.runner.testing.FaultyS3.Asked;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong on the way to S3, and what is made of it. */
class ObjectFaultsTest {

  private static final Patience PATIENCE =
      new Patience(3, Duration.ofMillis(1), Duration.ofMillis(2));

  private static final ObjectName WALLS = ObjectName.newest("plans", "flats/walls.json");
  private static final String TEXT = "{\"walls\": []}";

  /** Of {@link #TEXT}, by sha256sum(1). */
  private static final String SHA256 =
      "724cb6150f997b027ce50ee46dbb14b23e1f74158098ac8e0c779d43ba11d12d";

  @TempDir private Path folder;
  private AwsCredentials credentials;

  @BeforeEach
  void credentials() {
    credentials = AwsCredentials.of("any", "secret");
  }

  @AfterEach
  void noCredentials() {
    credentials.close();
  }

  @ParameterizedTest
  @CsvSource({"503, SlowDown", "500, InternalError", "503, ServiceUnavailable", "429, TooMany"})
  void a_fault_of_the_moment_is_sat_out(int status, String code) throws Exception {
    try (FaultyS3 s3 =
        new FaultyS3(
            FaultyS3.error(status, code), FaultyS3.error(status, code), FaultyS3.object(TEXT))) {
      assertThat(fetch(s3, WALLS, null).bytes()).isEqualTo(TEXT.length());
      assertThat(folder.resolve("walls")).hasContent(TEXT);
      assertThat(s3.asked()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | SlowDown           | TRANSIENT   | 503 SlowDown",
        "500 | InternalError      | TRANSIENT   | 500 InternalError",
        "400 | RequestTimeout     | TRANSIENT   | 400 RequestTimeout",
        "400 | ExpiredToken       | TRANSIENT   | 400 ExpiredToken",
        "403 | RequestTimeTooSkewed | TRANSIENT | RequestTimeTooSkewed",
        "403 | AccessDenied       | UNREACHABLE | s3:GetObject",
        "403 | InvalidAccessKeyId | UNREACHABLE | access key and its secret",
        "403 | SignatureDoesNotMatch | UNREACHABLE | access key and its secret",
        "404 | NoSuchBucket       | UNREACHABLE | the bucket plans exists",
        "301 | PermanentRedirect  | UNREACHABLE | GROMA_S3_REGION",
        "400 | AuthorizationHeaderMalformed | UNREACHABLE | GROMA_S3_REGION",
        "400 | InvalidRequest     | UNREACHABLE | bucket, key and version"
      })
  void a_fault_that_stays_says_what_to_do(
      int status, String code, ExitCode exitCode, String words) {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.error(status, code))) {
      TransferException failure = failure(s3, WALLS, null);
      assertThat(failure.exitCode()).isEqualTo(exitCode);
      assertThat(failure.words()).contains(words, "s3://plans/flats/walls.json");
    }
  }

  @Test
  void a_key_that_is_not_there_is_named() {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.error(404, "NoSuchKey"))) {
      TransferException failure = failure(s3, WALLS, null);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(failure.words()).contains("plans", "\"flats/walls.json\"", "check the key");
    }
  }

  @Test
  void a_version_is_asked_for_and_its_absence_is_told() {
    ObjectName old = new ObjectName("plans", "flats/walls.json", "v7");
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.error(404, "NoSuchVersion"))) {
      TransferException failure = failure(s3, old, null);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(failure.words()).contains("(version v7)", "versionId");
      assertThat(s3.asked().getFirst().what())
          .isEqualTo("GET /plans/flats/walls.json?versionId=v7");
    }
  }

  @Test
  void the_version_that_was_read_is_told() throws Exception {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.object(TEXT, "x-amz-version-id", "v8"))) {
      assertThat(fetch(s3, WALLS, null).object().uri())
          .isEqualTo("s3://plans/flats/walls.json?versionId=v8");
    }
  }

  @Test
  void a_body_that_breaks_off_is_fetched_again() throws Exception {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.truncated(TEXT, 5), FaultyS3.object(TEXT))) {
      assertThat(fetch(s3, WALLS, null).bytes()).isEqualTo(TEXT.length());
      assertThat(folder.resolve("walls")).hasContent(TEXT);
    }
  }

  @Test
  void a_body_that_always_breaks_off_is_of_the_moment() {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.truncated(TEXT, 5))) {
      TransferException failure = failure(s3, WALLS, null);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.TRANSIENT);
      assertThat(failure.words()).contains("broke off after 5", "s3://plans/flats/walls.json");
      assertThat(s3.asked()).hasSize(3);
    }
  }

  @Test
  void a_body_of_another_digest_is_fetched_again() throws Exception {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.object("{\"walls\": [}}"), FaultyS3.object(TEXT))) {
      assertThat(fetch(s3, WALLS, SHA256).sha256()).isEqualTo(SHA256);
    }
  }

  @Test
  void a_body_that_always_has_another_digest_is_of_the_moment() {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.object("other"))) {
      TransferException failure = failure(s3, WALLS, SHA256);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.TRANSIENT);
      assertThat(failure.words()).contains("SHA-256", SHA256);
    }
  }

  @Test
  void a_checksum_that_the_service_gives_is_checked_too() {
    String other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.object(TEXT, "x-amz-checksum-sha256", other))) {
      TransferException failure = failure(s3, WALLS, null);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.TRANSIENT);
      assertThat(failure.words()).contains("checksum");
    }
  }

  @Test
  void a_service_that_is_not_there_is_of_the_moment() {
    FaultyS3 gone = new FaultyS3(FaultyS3.object(TEXT));
    S3Settings settings = gone.settings();
    gone.close();
    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () -> {
              try (ObjectStorage storage = ObjectStorage.open(settings, PATIENCE)) {
                storage.fetch(WALLS, null, 1000, folder.resolve("walls"));
              }
            });
    assertThat(failure.exitCode()).isEqualTo(ExitCode.TRANSIENT);
    assertThat(failure.words())
        .contains("s3://plans/flats/walls.json", "ConnectException", settings.describe());
  }

  @Test
  void an_object_that_is_too_large_is_not_even_begun() {
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.object("x".repeat(1001)))) {
      TransferException failure = failure(s3, WALLS, null);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_DATA);
      assertThat(failure.words()).contains("1,001", "1,000");
      assertThat(folder.resolve("walls")).doesNotExist();
      assertThat(s3.asked()).hasSize(1);
    }
  }

  @Test
  void an_object_that_hides_its_length_is_cut_off_where_it_is_too_large() {
    FaultyS3.Order endless =
        exchange -> {
          exchange.sendResponseHeaders(200, 0); // chunked
          exchange.getResponseBody().write(new byte[100_000]);
        };
    try (FaultyS3 s3 = new FaultyS3(endless)) {
      assertThat(failure(s3, WALLS, null).exitCode()).isEqualTo(ExitCode.BAD_DATA);
    }
  }

  @Test
  void credentials_that_change_meanwhile_are_read_again() throws Exception {
    credentials.close();
    Path file = Files.writeString(folder.resolve("credentials"), profile("OLD"));
    credentials = AwsCredentials.in(file);
    FaultyS3.Order byKey =
        exchange -> {
          boolean old =
              exchange.getRequestHeaders().getFirst("Authorization").contains("Credential=OLD/");
          if (old) {
            Files.writeString(file, profile("NEW"));
          }
          (old ? FaultyS3.error(400, "ExpiredToken") : FaultyS3.object(TEXT)).follow(exchange);
        };
    try (FaultyS3 s3 = new FaultyS3(byKey)) {
      fetch(s3, WALLS, null);
      assertThat(s3.asked())
          .extracting(Asked::authorization)
          .anyMatch(authorization -> authorization.contains("Credential=OLD/"))
          .last()
          .asString()
          .contains("Credential=NEW/");
    }
  }

  @Test
  void a_store_that_refuses_says_which_right_is_missing() throws Exception {
    Path file = Files.writeString(folder.resolve("plan.svg"), "<svg/>");
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.error(403, "AccessDenied"));
        ObjectStorage storage = ObjectStorage.open(s3.settings(), PATIENCE)) {
      TransferException failure =
          catchThrowableOfType(
              TransferException.class, () -> storage.store(WALLS, file, "image/svg+xml", SHA256));
      assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(failure.words()).contains("s3:PutObject", "s3://plans/flats/walls.json");
    }
  }

  @Test
  void a_store_that_is_throttled_is_sat_out() throws Exception {
    Path file = Files.writeString(folder.resolve("plan.svg"), "<svg/>");
    try (FaultyS3 s3 =
            new FaultyS3(
                FaultyS3.error(503, "SlowDown"), FaultyS3.object("", "x-amz-version-id", "v1"));
        ObjectStorage storage = ObjectStorage.open(s3.settings(), PATIENCE)) {
      assertThat(storage.store(WALLS, file, "image/svg+xml", SHA256).versionId()).isEqualTo("v1");
      assertThat(s3.asked())
          .extracting(Asked::what)
          .containsExactly("PUT /plans/flats/walls.json", "PUT /plans/flats/walls.json");
    }
  }

  @Test
  void no_credentials_at_all_are_told_with_the_ways_to_give_them() {
    credentials.close();
    credentials = AwsCredentials.in(folder.resolve("nowhere"));
    S3Settings settings = new S3Settings(URI.create("http://127.0.0.1:1"), null, true);
    System.setProperty("aws.disableEc2Metadata", "true");
    try {
      TransferException failure =
          catchThrowableOfType(
              TransferException.class, () -> ObjectStorage.open(settings, PATIENCE));
      assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(failure.words()).contains("service account", "AWS_ACCESS_KEY_ID");
    } finally {
      System.clearProperty("aws.disableEc2Metadata");
    }
  }

  private FetchedObject fetch(FaultyS3 s3, ObjectName object, @Nullable String sha256)
      throws TransferException {
    try (ObjectStorage storage = ObjectStorage.open(s3.settings(), PATIENCE)) {
      return storage.fetch(object, sha256, 1000, folder.resolve("walls"));
    }
  }

  private TransferException failure(FaultyS3 s3, ObjectName object, @Nullable String sha256) {
    return catchThrowableOfType(TransferException.class, () -> fetch(s3, object, sha256));
  }

  private static String profile(String key) {
    return "[default]\naws_access_key_id = %s\naws_secret_access_key = secret\n".formatted(key);
  }
}
