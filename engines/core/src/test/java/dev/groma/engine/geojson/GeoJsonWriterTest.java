package dev.groma.engine.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.number.Precision;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeoJsonWriterTest {

  private static final Precision PRECISION = new Precision(new Decimals(2), new Decimals(1));

  private interface Script {
    void write(GeoJsonWriter writer) throws Exception;
  }

  private static String write(Script script) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GeoJsonWriter writer = new GeoJsonWriter(out, PRECISION)) {
      script.write(writer);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesAnEmptyCollection() throws Exception {
    assertThat(write(writer -> {}))
        .isEqualTo("{\n\"type\":\"FeatureCollection\",\n\"features\":[\n]\n}\n");
  }

  @Test
  void writesOneFeatureToALine() throws Exception {
    String text =
        write(writer -> {
          writer.member("unit", "m").object("frame", frame -> frame.length("step", 0.01));
          for (int i = 1; i <= 2; i++) {
            writer.line(
                "line-" + i,
                Points.of(0, 0, 1.239, -0.001),
                p -> p.area("area", 2.25).strings("of", List.of("a", "b")));
          }
        });
    assertThat(text)
        .isEqualTo(
            """
            {
            "type":"FeatureCollection",
            "unit":"m",
            "frame":{"step":0.01},
            "features":[
            {"type":"Feature","id":"line-1","geometry":{"type":"LineString","coordinates":[[0,0],[1.24,0]]},"properties":{"area":2.2,"of":["a","b"]}},
            {"type":"Feature","id":"line-2","geometry":{"type":"LineString","coordinates":[[0,0],[1.24,0]]},"properties":{"area":2.2,"of":["a","b"]}}
            ]
            }
            """);
  }

  @Test
  void turnsRingsAsTheStandardAsks() throws Exception {
    Points clockwise = Points.of(0, 0, 0, 4, 4, 4, 4, 0, 0, 0);
    Points hole = Points.of(1, 1, 2, 1, 2, 2, 1, 1);
    JsonNode rings =
        new ObjectMapper()
            .readTree(write(w -> w.polygon("a", clockwise, List.of(hole), p -> {})))
            .at("/features/0/geometry/coordinates");
    assertThat(rings.get(0)).hasToString("[[0,0],[4,0],[4,4],[0,4],[0,0]]");
    assertThat(rings.get(1)).hasToString("[[1,1],[2,2],[2,1],[1,1]]");
  }

  @Test
  void dropsPointsThatRoundingMergesButNeverARing() throws Exception {
    Points ring = Points.of(0, 0, 4, 0, 4.001, 0.001, 4, 4, 0, 0);
    Points speck = Points.of(0, 0, 0.001, 0, 0, 0.001, 0, 0);
    JsonNode features =
        new ObjectMapper()
            .readTree(
                write(w -> {
                  w.polygon("a", ring, List.of(), p -> {});
                  w.polygon("b", speck, List.of(), p -> {});
                }))
            .get("features");
    assertThat(features.at("/0/geometry/coordinates/0")).hasToString("[[0,0],[4,0],[4,4],[0,0]]");
    assertThat(features.at("/1/geometry/coordinates/0")).hasSize(4);
  }
}
