package dev.groma.operator.layoutjob;

import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.empty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.reason.Reason;
import dev.groma.cluster.SourceTree;
import dev.groma.operator.layoutjob.Cluster.Creation;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Row;
import dev.groma.operator.life.Tables;
import dev.groma.operator.life.Timing;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reason of the catalogue is documented, reachable and tested: the tables' rows, whose
 * outcomes their own tests hold, are carried out here, and what is written then is read.
 */
class ReasonsTest {

  private static final Set<String> WRITTEN =
      Stream.concat(Tables.rows().flatMap(ReasonsTest::carriedOut), refusals())
          .flatMap(ReasonsTest::reasons)
          .collect(Collectors.toSet());

  /** What an object has before any operator has seen it comes from the CRD. */
  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WaitingForOperator"})
  void is_written_in_a_world_that_a_table_has(Reason reason) {
    assertThat(WRITTEN).contains(reason.name());
  }

  @Test
  void waiting_for_the_operator_is_what_the_crd_gives_a_new_object() throws IOException {
    assertThat(Files.readString(SourceTree.root().resolve("crds/layoutjobs.groma.dev.yaml")))
        .contains("WaitingForOperator");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void is_documented_with_its_meaning_and_a_next_step(Reason reason) throws IOException {
    assertThat(Files.readString(SourceTree.root().resolve("docs/reference/reasons.md")))
        .contains("## " + reason.name() + "\n\n" + reason.meaning())
        .contains(reason.nextStep());
  }

  /** The statuses that are written when a row's decision is carried out. */
  private static Stream<LayoutJobStatus> carriedOut(Row row) {
    return carriedOut(row.decision(), row, new FakeCluster());
  }

  /** Answers of the API server to the creation of a Job. */
  private static Stream<LayoutJobStatus> refusals() {
    Row first = new Row("a new job gets its Job", empty(), 0, "create the Job of attempt 1");
    return Stream.of(
            new Creation.NameTaken("CronJob nightly"),
            new Creation.Refused("Too long"),
            new Creation.NotNow("exceeded quota: jobs"),
            new Creation.NoTurn(10))
        .flatMap(answer ->
            carriedOut(first.decision(), first, new FakeCluster().answersCreation(answer)));
  }

  private static Stream<LayoutJobStatus> carriedOut(
      Decision decision, Row row, FakeCluster cluster) {
    if (!(decision instanceof Decision.LookCloser || decision instanceof Decision.AskWhy)) {
      new Action(
              cluster,
              new OperatorMetrics(new SimpleMeterRegistry()),
              Timing.usual(),
              START.plusSeconds(row.seconds()))
          .carryOut(decision, row.world().snapshot());
    }
    return cluster.statuses().stream();
  }

  private static Stream<String> reasons(LayoutJobStatus status) {
    return Stream.concat(
        Objects.requireNonNull(status.conditions()).stream().map(Condition::reason),
        Stream.ofNullable(status.pastAttempts())
            .flatMap(past -> past.stream().map(PastAttempt::reason)));
  }
}
