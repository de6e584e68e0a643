package dev.groma.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.ProblemList;
import dev.groma.engine.Refusals;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.crs.Position;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.kml.KmlLimits;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.testing.SharedFiles;
import dev.groma.engine.testing.Zips;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VectorFileTest {

  private static VectorFeatures read(Input input) throws Exception {
    return VectorFile.read(input, KmlLimits.DEFAULT, Set.of("use"), EngineContext.silent());
  }

  private static VectorFeatures readShared(String name) throws Exception {
    return read(Input.ofFile("boundary", SharedFiles.of("sitelayout/" + name)));
  }

  private static Crs crs(int number) {
    return ((CrsLookup.Found) CrsLookup.of("EPSG:" + number)).crs();
  }

  private static List<Geometry.Rings> polygons(VectorFeature feature) {
    List<Geometry.Rings> all = new ArrayList<>();
    for (Geometry geometry : feature.feature().geometries()) {
      if (geometry instanceof Geometry.Polygons(List<Geometry.Rings> polygons)) {
        all.addAll(polygons);
      }
    }
    return all;
  }

  /** Area in the plane of a coordinate system; the check fixes directions of rings. */
  private static double area(VectorFeature feature, Crs crs) {
    double area = 0;
    for (Geometry.Rings rings : polygons(feature)) {
      ProblemList problems = new ProblemList();
      SoundPolygon polygon = new PolygonCheck(problems, new ArrayList<>()).check(rings);
      assertThat(problems.isEmpty()).isTrue();
      area += projected(polygon.shell(), crs).signedArea();
      for (Points hole : polygon.holes()) {
        area += projected(hole, crs).signedArea();
      }
    }
    return area;
  }

  private static Points projected(Points ring, Crs crs) {
    double[] xy = new double[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      Position there = crs.fromWgs84(new LonLat(ring.x(i), ring.y(i)));
      xy[2 * i] = there.x();
      xy[2 * i + 1] = there.y();
    }
    return Points.of(xy);
  }

  @Test
  void readsTheParcelsOfARealPlan() throws Exception {
    VectorFeatures plan = readShared("kml/complex.kml");
    assertThat(plan.crs()).isEqualTo("EPSG:4326");
    assertThat(plan.all())
        .extracting(VectorFeature::name)
        .containsExactly(
            "Parcel 1",
            "Parcel 2",
            "Contour 1200 ft",
            "Contour 1250 ft",
            "Access Road",
            "Well",
            "Barn");
    assertThat(plan.all().get(2).folders()).containsExactly("Topography", "Contour Lines");
    Crs utm = crs(32613);
    assertThat(area(plan.all().get(0), utm)).isCloseTo(227_370.007, within(0.01));
    assertThat(area(plan.all().get(1), utm)).isCloseTo(189_475.007, within(0.01));
    assertThat(area(readShared("kml/simple.kml").all().getFirst(), utm))
        .isCloseTo(9474.023, within(0.01));
  }

  @Test
  void refusesAMalformedFileWithItsLine() {
    assertThat(Refusals.of(() -> readShared("kml/malformed.kml")))
        .startsWith("line 10, column ")
        .contains("not well-formed XML");
  }

  @Test
  void readsTheOutlinesOfRealSolarFarms() throws Exception {
    JsonNode expected =
        new ObjectMapper()
            .readTree(SharedFiles.of("sitelayout/solar/expected_areas.json").toFile());
    assertThat(expected).hasSize(6);
    for (JsonNode farm : expected) {
      VectorFeatures outline = readShared("solar/" + farm.get("file").asText());
      assertThat(outline.all()).hasSize(1);
      VectorFeature feature = outline.all().getFirst();
      assertThat(feature.name()).isEqualTo("Site boundary");
      List<Geometry.Rings> polygons = polygons(feature);
      assertThat(polygons).hasSize(farm.get("polygons").asInt());
      assertThat(polygons.stream().mapToInt(rings -> rings.holes().size()).sum())
          .isEqualTo(farm.get("holes").asInt());
      assertThat(polygons.stream().mapToInt(rings -> rings.shell().points().size() - 1).sum())
          .isEqualTo(farm.get("vertices").asInt());
      assertThat(area(feature, crs(farm.get("utm_epsg").asInt())))
          .isCloseTo(farm.get("area_utm_m2").asDouble(), withinPercentage(1e-5));
    }
  }

  @Test
  void readsTheSameFromKmlAndKmz() throws Exception {
    String text = Files.readString(SharedFiles.of("sitelayout/kml/complex.kml"));
    VectorFeatures packed = read(Input.ofBytes("boundary", Zips.of("doc.kml", text)));
    assertThat(packed).usingRecursiveComparison().isEqualTo(read(Input.ofText("boundary", text)));
  }

  @Test
  void readsGeoJsonIntoTheSameFeatures() throws Exception {
    VectorFeatures features =
        read(
            Input.ofText(
                "boundary",
                """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                 "properties": {"Name": "Pond", "layer": "RA", "use": "water", "x": 1},
                 "geometry": {"type": "Point", "coordinates": [1, 2]}}]}
                """));
    VectorFeature pond = features.all().getFirst();
    assertThat(pond.name()).isEqualTo("Pond");
    assertThat(pond.folders()).containsExactly("RA");
    assertThat(pond.feature().properties()).containsOnlyKeys("use");
    assertThat(features.crs()).isNull();
    assertThat(Refusals.of(() -> read(Input.ofText("boundary", "{\"type\": \"Nothing\"}"))))
        .contains("Nothing");
  }
}
