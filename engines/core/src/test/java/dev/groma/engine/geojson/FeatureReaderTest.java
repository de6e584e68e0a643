package dev.groma.engine.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureReaderTest {

  private static Features read(String text) throws Exception {
    return FeatureReader.read(
        Input.ofText("parcel", text.replace('\'', '"')),
        1000,
        List.of("name"),
        EngineContext.silent());
  }

  @Test
  void readsAFeatureCollectionWithEveryKindOfGeometry() throws Exception {
    Features features =
        read(
            """
            {'crs': {'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::5514'}},
             'features': [
              {'type': 'Feature', 'id': 7, 'properties': {'name': 'AA', 'height': {}},
               'geometry': {'type': 'Polygon', 'coordinates': [[[0,0],[9,0],[9,9],[0,0]], [[5,1],[6,1],[6,2],[5,1]]]}},
              {'type': 'Feature', 'geometry': {'coordinates': [[[[0,0],[1,0],[1,1],[0,0]]], [[[5,5],[6,5],[6,6],[5,5]], [[1,1],[2,1],[2,2],[1,1]]]], 'type': 'MultiPolygon'}, 'properties': null},
              {'type': 'Feature', 'geometry': {'type': 'GeometryCollection', 'geometries': [
                {'type': 'Point', 'coordinates': [1, 2, 300]}, {'type': 'LineString', 'coordinates': [[0,0],[1,1]]}]}},
              {'type': 'Feature', 'geometry': null}],
             'type': 'FeatureCollection'}
            """);
    assertThat(features.crs()).isEqualTo("urn:ogc:def:crs:EPSG::5514");
    assertThat(features.altitudes()).isEqualTo(1);
    assertThat(features.all()).hasSize(4);
    Feature first = features.all().getFirst();
    assertThat(first.id()).isEqualTo("7");
    assertThat(first.properties()).containsOnlyKeys("name").containsValue("AA");
    assertThat(first.geometries().getFirst())
        .isInstanceOfSatisfying(
            Geometry.Polygons.class,
            polygons -> {
              assertThat(polygons.polygons()).hasSize(1);
              Line hole = polygons.polygons().getFirst().holes().getFirst();
              assertThat(hole.vertex(2).path()).isEqualTo("features[0].geometry.coordinates[1][2]");
              assertThat(hole.place().line()).isEqualTo(4);
            });
    assertThat(features.all().get(1).geometries().getFirst())
        .isInstanceOfSatisfying(
            Geometry.Polygons.class,
            polygons -> {
              assertThat(polygons.polygons()).hasSize(2);
              assertThat(polygons.polygons().get(0).holes()).isEmpty();
              assertThat(polygons.polygons().get(1).holes()).hasSize(1);
            });
    assertThat(features.all().get(2).geometries())
        .hasExactlyElementsOfTypes(Geometry.PointSet.class, Geometry.Lines.class);
    assertThat(features.all().get(3).geometries()).isEmpty();
  }

  @Test
  void readsARingWithHolesWithoutGeoJson() throws Exception {
    Features features =
        read("{'holes': [[[1,1],[2,1],[2,2],[1,1]]], 'coordinates': [[0,0],[9,0],[9,9],[0,0]]}");
    assertThat(features.all().getFirst().geometries().getFirst())
        .isInstanceOfSatisfying(
            Geometry.Polygons.class,
            polygons -> {
              assertThat(polygons.polygons().getFirst().shell().points().size()).isEqualTo(4);
              assertThat(polygons.polygons().getFirst().holes()).hasSize(1);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1]; must be an object",
        "{'type': 'FeatureCollection', 'features': []}; has no geometry",
        "{'type': 'FeatureCollection'}; lacks the member features",
        "{'type': 'Feature', 'properties': {}}; lacks the member geometry",
        "{'type': 'Shape', 'coordinates': []}; must be FeatureCollection, Feature, or",
        "{'type': 'Polygon', 'coordinates': []}; at least one position",
        "{'type': 'Polygon', 'coordinates': [[0,0],[1,1]]}; nested 2 deep, these are 1",
        "{'type': 'LineString', 'coordinates': [[0,0]]}; 2 or more positions",
        "{'coordinates': [0,0]}; must be GeoJSON, or have coordinates",
        "{'coordinates': [[0,0],[1,NaN]]}; coordinates[1][1] (line 1, column 27): must be a finite",
        "{'coordinates': [[0,0],['1',2]]}; coordinates[1][0]",
        "{'coordinates': [[0,0],[1]]}; must be a position [x, y]",
        "{'coordinates': [[0,0],[1,2e9]]}; between -1000000000 and 1000000000"
      })
  void namesTheMistakeAndItsPlace(String text, String expected) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void refusesMorePositionsThanAllowed() {
    String ring = "[0,0],".repeat(1001) + "[0,0]";
    assertThatThrownBy(() -> read("{'coordinates': [" + ring + "]}"))
        .hasMessageContaining("more than the 1,000 positions");
    String half =
        "{'type':'Feature','geometry':{'type':'MultiPoint','coordinates':["
            + "[0,0],".repeat(600)
            + "[0,0]]}}";
    assertThatThrownBy(
            () -> read("{'type':'FeatureCollection','features':[" + half + "," + half + "]}"))
        .hasMessageContaining("features[1].geometry");
  }
}
