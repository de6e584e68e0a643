package dev.groma.cluster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private Path file;
  private AuditLog log;

  @BeforeEach
  void openLog(@TempDir Path folder) {
    file = folder.resolve("audit.log");
    log = new AuditLog(file);
  }

  @Test
  void isEmptyBeforeTheFirstRequest() {
    assertThat(log.requests().list()).isEmpty();
  }

  @Test
  void aQueryWaitsForTheResponsesOfRequestsThatHaveBegun() throws IOException {
    write(line("1", "RequestReceived", "create", ""));
    write(line("2", "RequestReceived", "create", ""));
    write(line("1", "ResponseComplete", "create", "\"responseStatus\":{\"code\":201},"));
    CompletableFuture<Long> count =
        CompletableFuture.supplyAsync(() -> log.requests().answered(201).count());
    assertThat(count).isNotDone();

    write(line("2", "ResponseComplete", "create", "\"responseStatus\":{\"code\":201},"));

    assertThat(count.join()).isEqualTo(2);
  }

  @Test
  void aWatchCountsWhenItHasStarted() throws IOException {
    write(line("1", "RequestReceived", "watch", ""));
    write(line("1", "ResponseStarted", "watch", "\"responseStatus\":{\"code\":200},"));

    assertThat(log.requests().verbs("watch").count()).isEqualTo(1);
  }

  @Test
  void aLineThatIsHalfWrittenIsReadWhenItIsWhole() throws IOException {
    String line = line("1", "ResponseComplete", "get", "");
    write(line.substring(0, 30));
    assertThat(log.requests().count()).isZero();

    write(line.substring(30));

    assertThat(log.requests().count()).isEqualTo(1);
  }

  @Test
  void aRequestThatTheServerDidNotLiveToAnswerHasNoCode() throws IOException {
    write(line("1", "RequestReceived", "patch", ""));

    log.serverEnded();

    assertThat(log.requests().list())
        .extracting(AuditEvent::code)
        .containsExactly(AuditEvent.NO_RESPONSE);
  }

  @Test
  void requestsAreToldApartByResourceSubresourceAndMark() throws IOException {
    write(line("1", "ResponseComplete", "patch", "\"objectRef\":{\"resource\":\"jobs\"},"));
    AuditLog.Mark mark = log.mark();
    write(
        line(
            "2",
            "ResponseComplete",
            "patch",
            "\"objectRef\":{\"resource\":\"jobs\",\"subresource\":\"status\"},"));

    assertThat(log.requests().counts()).containsOnlyKeys("patch jobs", "patch jobs/status");
    assertThat(log.requests().on("jobs").count()).isEqualTo(1);
    assertThat(log.requests().since(mark).counts()).containsOnlyKeys("patch jobs/status");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(String id, String stage, String verb, String more) {
    return """
    {"auditID":"%s","requestReceivedTimestamp":"t%s","stage":"%s",%s"verb":"%s"}
    """
        .formatted(id, id, stage, more, verb);
  }
}
