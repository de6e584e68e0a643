package dev.groma.e2e.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/reliability.md names every proof, and what it found the last time. */
class ReliabilityPageTest {

  private final Page page = Page.read();

  ReliabilityPageTest() throws IOException {}

  @Test
  void every_proof_has_a_row_with_a_result_and_there_is_no_other() {
    List<Row> proofs = Proofs.rows();

    assertThat(proofs)
        .as("write the page with `make chaos`")
        .allSatisfy(proof -> assertThat(page.result(proof)).as(proof.start()).isPresent());
    assertThat(page.rows()).hasSameSizeAs(proofs);
  }

  @Test
  void no_result_is_a_failure() {
    assertThat(page.rows()).noneMatch(row -> row.contains("FAILS") || row.contains("not run yet"));
  }
}
