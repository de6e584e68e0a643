package dev.groma.runner.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.cluster.objectstore.ObjectStore;
import dev.groma.runner.testing.AwsCredentials;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.Sha256;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of a real S3 server. */
class ObjectStorageTest {

  private static final String BUCKET = "plans";
  private static final long MAX_BYTES = 1 << 20;

  private static ObjectStore store;
  private static AwsCredentials credentials;
  private static ObjectStorage storage;

  @TempDir private Path folder;

  @BeforeAll
  static void aServer() throws TransferException {
    store = ObjectStore.start();
    store.createBucket(BUCKET);
    credentials = AwsCredentials.of(ObjectStore.ACCESS_KEY, ObjectStore.SECRET_KEY);
    storage = ObjectStorage.open(settings(), Patience.USUAL);
  }

  @AfterAll
  static void noServer() {
    storage.close();
    credentials.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"walls.json", "flats/a b/walls.json", "a+b", "100%", "půdorys.json", "a..b/c"})
  void what_is_stored_is_fetched_under_the_same_key(String key) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "walls of " + key);
    ObjectName object = ObjectName.newest(BUCKET, key);

    storage.store(object, file, "application/json", sha256(file));
    FetchedObject fetched =
        storage.fetch(object, sha256(file), MAX_BYTES, folder.resolve("fetched"));

    assertThat(folder.resolve("fetched")).hasSameBinaryContentAs(file);
    assertThat(fetched.sha256()).isEqualTo(sha256(file));
    assertThat(fetched.bytes()).isEqualTo(Files.size(file));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 16 << 20, (16 << 20) + 1, (40 << 20) + 7})
  void a_file_of_any_length_arrives_whole(long bytes) throws Exception {
    Path file = randomFile(bytes);
    ObjectName object = ObjectName.newest(BUCKET, "large/" + bytes);

    storage.store(object, file, "application/octet-stream", sha256(file));

    assertThat(store.bucket(BUCKET).resolve("large/" + bytes)).hasSameBinaryContentAs(file);
    storage.fetch(object, sha256(file), bytes, folder.resolve("fetched"));
    assertThat(folder.resolve("fetched")).hasSameBinaryContentAs(file);
  }

  @Test
  void artifacts_lie_under_their_prefix_and_have_uris() throws Exception {
    Files.writeString(folder.resolve("plan.svg"), "<svg/>");
    Files.writeString(folder.resolve("result.json"), "{}");
    List<ResultArtifact> artifacts = List.of(artifact("plan.svg"), artifact("result.json"));

    List<ResultArtifact> stored =
        new S3ArtifactStore(storage, BUCKET, "out/ns/uid/1/").store(folder, artifacts);

    assertThat(stored)
        .extracting(ResultArtifact::uri)
        .containsExactly("s3://plans/out/ns/uid/1/plan.svg", "s3://plans/out/ns/uid/1/result.json");
    assertThat(store.bucket(BUCKET).resolve("out/ns/uid/1/plan.svg")).hasContent("<svg/>");
  }

  @Test
  void bytes_of_another_digest_are_not_stored() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "changed meanwhile");
    ObjectName object = ObjectName.newest(BUCKET, "changed");
    assertThatThrownBy(() -> storage.store(object, file, "text/plain", "0".repeat(64)))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("s3://plans/changed");
    assertThat(store.bucket(BUCKET).resolve("changed")).doesNotExist();
  }

  @Test
  void a_key_in_the_form_of_an_event_is_refused_with_the_one_that_is_meant() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "walls");
    storage.store(ObjectName.newest(BUCKET, "event/ground floor.json"), file, "a/b", sha256(file));

    TransferException failure = failure("event/ground+floor.json");

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
    assertThat(failure.words())
        .contains("\"event/ground+floor.json\"", "\"event/ground floor.json\"", "decoded");
  }

  @Test
  void a_key_that_is_nowhere_is_named_in_both_forms() {
    TransferException failure = failure("nowhere/ground%20floor.json");
    assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(failure.words())
        .contains("\"nowhere/ground%20floor.json\"", "\"nowhere/ground floor.json\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/walls", "a/../walls", "..", "./walls", "walls\n", "wa\u0000lls", ""})
  void a_key_that_can_not_be_meant_is_refused_before_anything_is_asked(String key) {
    TransferException failure = failure(key);
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
    assertThat(failure.words()).startsWith("the key \"");
  }

  @Test
  void a_bucket_that_is_not_there_is_named() {
    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () ->
                storage.fetch(
                    ObjectName.newest("elsewhere", "walls"), null, 1, folder.resolve("f")));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(failure.words()).contains("the bucket elsewhere exists");
  }

  @Test
  void a_wrong_secret_is_told() throws Exception {
    try (AwsCredentials _ = AwsCredentials.of(ObjectStore.ACCESS_KEY, "wrong");
        ObjectStorage other = ObjectStorage.open(settings(), Patience.USUAL)) {
      TransferException failure =
          catchThrowableOfType(
              TransferException.class,
              () -> other.fetch(ObjectName.newest(BUCKET, "w"), null, 1, folder.resolve("f")));
      assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(failure.words()).contains("access key and its secret");
    }
  }

  @Test
  void settings_come_from_variables_that_are_checked() throws Exception {
    assertThat(
            S3Settings.of(
                Map.of(
                    "GROMA_S3_ENDPOINT", store.endpoint().toString(),
                    "GROMA_S3_REGION", "eu-central-1",
                    "GROMA_S3_PATH_STYLE", "true")))
        .isEqualTo(settings());
    assertThat(S3Settings.of(Map.of("GROMA_S3_ENDPOINT", "")))
        .isEqualTo(new S3Settings(null, null, false));
    assertThatThrownBy(() -> S3Settings.of(Map.of("GROMA_S3_ENDPOINT", "s3.example.org")))
        .hasMessageContainingAll("GROMA_S3_ENDPOINT", "https://", "s3.example.org");
    assertThatThrownBy(() -> S3Settings.of(Map.of("GROMA_S3_PATH_STYLE", "yes")))
        .hasMessageContainingAll("GROMA_S3_PATH_STYLE", "true or false", "yes");
  }

  private TransferException failure(String key) {
    return catchThrowableOfType(
        TransferException.class,
        () ->
            storage.fetch(
                ObjectName.newest(BUCKET, key), null, MAX_BYTES, folder.resolve("fetched")));
  }

  private ResultArtifact artifact(String name) throws IOException {
    Path file = folder.resolve(name);
    return new ResultArtifact(name, "a/b", Files.size(file), sha256(file));
  }

  private Path randomFile(long bytes) throws IOException {
    byte[] content = new byte[(int) bytes];
    new Random(bytes).nextBytes(content);
    return Files.write(folder.resolve("file"), content);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hex(Sha256.of(in));
    }
  }

  private static S3Settings settings() {
    return new S3Settings(store.endpoint(), "eu-central-1", true);
  }
}
