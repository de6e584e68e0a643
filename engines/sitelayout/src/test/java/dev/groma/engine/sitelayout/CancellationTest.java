package dev.groma.engine.sitelayout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A run asks often whether it should stop, at every stage, and stops wherever the answer is yes.
 * How long it takes between two questions, {@code bench/run layout} measures.
 */
class CancellationTest {

  private static final String SITE =
      """
      {"type": "Polygon", "coordinates": [[[450000, 4500000], [450900, 4500000], [450900, 4500700],
        [450000, 4500700], [450000, 4500000]]]}
      """;

  private static final String PARAMETERS =
      """
      {"crs": "EPSG:32630", "targetCapacityKw": 6000, "terrain": {"resolutionMetres": 4},
       "earthworks": {"padElevation": "least", "sideSlopes": true}}
      """;

  /** Says yes to one question, and counts all of them by stage. */
  private static final class Questions implements EngineContext {

    private final int yesTo;
    private int asked;
    private String stage = "";
    private final Map<String, Integer> byStage = new LinkedHashMap<>();

    Questions(int yesTo) {
      this.yesTo = yesTo;
    }

    @Override
    public void progress(int percent, String now) {
      stage = now;
    }

    @Override
    public void checkCancelled() throws CancelledException {
      byStage.merge(stage, 1, Integer::sum);
      if (++asked == yesTo) {
        throw new CancelledException();
      }
    }
  }

  private static void run(Questions questions) throws Exception {
    SiteLayout engine = new SiteLayout();
    JsonNode block = EngineRun.JSON.readTree(PARAMETERS);
    engine.run(
        new Inputs(List.of(Input.ofText("boundary", SITE))),
        engine.parameters(block),
        (name, mediaType) -> OutputStream.nullOutputStream(),
        questions);
  }

  @Test
  void aRunStopsAtWhicheverQuestionIsAnsweredWithYes() throws Exception {
    Questions all = new Questions(Integer.MAX_VALUE);
    run(all);
    List<Integer> moments = new ArrayList<>();
    for (int moment = 1; moment < all.asked; moment += Math.max(1, all.asked / 25)) {
      moments.add(moment);
    }
    for (int moment : moments) {
      Questions stopped = new Questions(moment);
      assertThatThrownBy(() -> run(stopped))
          .as("question %d of %d", moment, all.asked)
          .isInstanceOf(CancelledException.class);
      assertThat(stopped.asked).as("questions after the one with yes").isEqualTo(moment);
    }
  }

  @Test
  void everyStageAsksSeveralTimes() throws Exception {
    Questions all = new Questions(Integer.MAX_VALUE);
    run(all);
    assertThat(all.byStage.keySet())
        .contains(
            "reading the boundary",
            "measuring slopes",
            "flooding from the entry",
            "placing solarBlock",
            "levelling pads",
            "finding roads",
            "adding up earthworks",
            "writing artifacts");
    all.byStage.forEach((stage, asked) -> assertThat(asked).as(stage).isPositive());
    assertThat(all.byStage.get("placing solarBlock")).isGreaterThan(100);
    assertThat(all.byStage.get("adding up earthworks")).isGreaterThan(100);
    assertThat(all.byStage.get("writing artifacts")).isGreaterThan(100);
  }
}
