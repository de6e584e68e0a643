package dev.groma.engine.kml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Refusals;
import dev.groma.engine.geojson.Geometry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmlReaderTest {

  private static final KmlLimits SMALL = new KmlLimits(100_000, 20, 5, 100, 6);

  private static KmlDocument read(String text) throws Exception {
    return read(Input.ofText("boundary", text));
  }

  private static KmlDocument read(Input input) throws Exception {
    return KmlReader.read(input, SMALL, Set.of("use", "height"), EngineContext.silent());
  }

  private static String kml(String content) {
    return "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>" + content + "</Document></kml>";
  }

  private static String polygon(String shell, String... holes) {
    StringBuilder text = new StringBuilder("<Polygon><outerBoundaryIs><LinearRing><coordinates>");
    text.append(shell).append("</coordinates></LinearRing></outerBoundaryIs>");
    for (String hole : holes) {
      text.append("<innerBoundaryIs><LinearRing><coordinates>").append(hole);
      text.append("</coordinates></LinearRing></innerBoundaryIs>");
    }
    return text.append("</Polygon>").toString();
  }

  private static String refusal(String content) {
    return Refusals.of(() -> read(kml(content)));
  }

  @Test
  void keepsTheNamesOfFoldersAndOfPlacemarks() throws Exception {
    KmlDocument document =
        read(
            kml(
                """
                <name>Site plan</name>
                <Folder><name> AA Boundary </name>
                  <Placemark id="p1"><name>North &amp; south</name><Point><coordinates>1,2</coordinates></Point></Placemark>
                  <Folder><name><![CDATA[RA <wetlands>]]></name>
                    <Placemark><Point><coordinates>3,4,5</coordinates></Point></Placemark>
                  </Folder>
                  <Folder><Placemark><name>inner</name></Placemark></Folder>
                </Folder>
                <Placemark><name>outside</name></Placemark>
                """));
    assertThat(document.placemarks())
        .extracting(Placemark::name)
        .containsExactly("North & south", null, "inner", "outside");
    assertThat(document.placemarks())
        .extracting(Placemark::folders)
        .containsExactly(
            List.of("AA Boundary"),
            List.of("AA Boundary", "RA <wetlands>"),
            List.of("AA Boundary"),
            List.of());
    assertThat(document.placemarks().getFirst().feature().id()).isEqualTo("p1");
  }

  @Test
  void readsEveryKindOfGeometryInAnyNesting() throws Exception {
    KmlDocument document =
        read(
            kml(
                "<Placemark><MultiGeometry><MultiGeometry>"
                    + polygon("0,0 4,0 4,4 0,0", "1,1 2,1 2,2 1,1", "3,1 3,2 2,1 3,1")
                    + "</MultiGeometry><Point><coordinates> 7 , 8 , 9 </coordinates></Point>"
                    + "<LineString><coordinates>0,0,1\n\t1,1,2</coordinates></LineString>"
                    + "<LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing>"
                    + "</MultiGeometry></Placemark>"
                    + "<Placemark><gx:Track xmlns:gx='urn:x'><when>2020</when>"
                    + "<gx:coord>5 6 7</gx:coord><gx:coord>6 7 8</gx:coord></gx:Track></Placemark>"));
    List<Geometry> geometries = document.placemarks().getFirst().feature().geometries();
    assertThat(geometries).hasSize(4);
    Geometry.Rings rings = ((Geometry.Polygons) geometries.get(0)).polygons().getFirst();
    assertThat(rings.holes()).hasSize(2);
    assertThat(rings.holes().get(1).vertex(2).path())
        .isEqualTo("Placemark[0].MultiGeometry.MultiGeometry[0].Polygon[0].innerBoundaryIs[1][2]");
    assertThat(((Geometry.PointSet) geometries.get(1)).places().points().y(0)).isEqualTo(8);
    assertThat(((Geometry.Lines) geometries.get(2)).lines().getFirst().points().size())
        .isEqualTo(2);
    assertThat(geometries.get(3)).isInstanceOf(Geometry.Polygons.class);
    Geometry track = document.placemarks().get(1).feature().geometries().getFirst();
    assertThat(((Geometry.Lines) track).lines().getFirst().points().x(1)).isEqualTo(6);
  }

  @Test
  void keepsTheDataThatWereAskedFor() throws Exception {
    KmlDocument document =
        read(
            kml(
                "<Placemark><ExtendedData><Data name='use'><displayName>Use</displayName><value>"
                    + " pasture </value></Data><Data name='other'><value>x</value></Data>"
                    + "<SchemaData schemaUrl='#s'><SimpleData name='height'>7</SimpleData>"
                    + "</SchemaData></ExtendedData></Placemark>"));
    assertThat(document.placemarks().getFirst().feature().properties())
        .containsOnlyKeys("use", "height")
        .containsEntry("use", "pasture")
        .containsEntry("height", "7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<kml xmlns='http://earth.google.com/kml/2.0'><Placemark><name>a</name></Placemark></kml>",
        "<kml xmlns='http://earth.google.com/kml/2.1'><Folder><Placemark><name>a</name></Placemark></Folder></kml>",
        "\uFEFF<?xml version='1.0'?><kml><gx:Tour/><Placemark><name>a</name></Placemark></kml>",
        "<k:kml xmlns:k='urn:k'><k:Placemark><k:name>a</k:name></k:Placemark></k:kml>",
        "<Folder><Placemark><name>a</name></Placemark></Folder>",
        "<Placemark><name>a</name></Placemark>"
      })
  void readsEveryVersionAndBareRoots(String text) throws Exception {
    assertThat(read(text).placemarks()).extracting(Placemark::name).containsExactly("a");
  }

  @Test
  void readsTheEncodingThatTheDocumentDeclares() throws Exception {
    String text = "<Placemark><name>Žďár</name></Placemark>";
    byte[] latin =
        ("<?xml version='1.0' encoding='ISO-8859-2'?>" + text)
            .getBytes(Charset.forName("ISO-8859-2"));
    byte[] wide = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
    for (byte[] bytes : List.of(latin, wide)) {
      assertThat(read(Input.ofBytes("b", bytes)).placemarks().getFirst().name()).isEqualTo("Žďár");
    }
    byte[] wrong = text.getBytes(Charset.forName("ISO-8859-2"));
    assertThat(Refusals.of(() -> read(Input.ofBytes("b", wrong))))
        .contains("save the text as UTF-8");
    String unknown = "<?xml version='1.0' encoding='klingon'?><kml/>";
    assertThat(Refusals.of(() -> read(unknown))).contains("encoding klingon is not known");
  }

  @Test
  void passesOverLinksAndPicturesWithANote() throws Exception {
    KmlDocument document =
        read(
            kml(
                "<NetworkLink><Link><href>http://198.51.100.1/</href></Link></NetworkLink>"
                    + "<GroundOverlay/><GroundOverlay/>"
                    + "<Placemark><Model><Link/></Model></Placemark>"));
    assertThat(document.notes())
        .containsExactly(
            "1 network link was passed over: nothing outside of the file is fetched",
            "2 overlays were passed over: pictures are not read",
            "1 model was passed over: three-dimensional models are not read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2 3 4,5 | Placemark[0].LineString[1] (line 1, column | has one number",
        "1,2 3,4,5,6 | Placemark[0].LineString[1] (line 1, column | has more",
        "1,2 3,x | [1] (line 1, column | must be a finite number, was x",
        "1,2 3,1d | [1] (line 1, column | must be a finite number, was 1d",
        "1,2 3,NaN | [1] (line 1, column | must be a finite number, was NaN",
        "1,2 3,4, | [1] (line 1, column | ends with a comma",
        "1,2 429350,5150800 | [1] (line 1, column | always in WGS84: convert",
        "1,2 | Placemark[0].LineString (line 1, column | 2 or more positions",
        "'' | Placemark[0].LineString (line 1, column | has no coordinates"
      })
  void namesTheVertexThatIsWrong(String text, String place, String words) {
    String content =
        "<Placemark><LineString><coordinates>" + text + "</coordinates></LineString></Placemark>";
    assertThat(refusal(content)).contains(place, words);
  }

  @Test
  void findsTheLineOfAVertex() {
    assertThat(
            refusal(
                "<Placemark><Point><coordinates>\n\n  1,200\n</coordinates></Point></Placemark>"))
        .startsWith("Placemark[0].Point[0] (line 4, column 1)");
  }

  @Test
  void collectsProblemsInsteadOfStoppingAtTheFirst() {
    String bad = "<Placemark><Point><coordinates>999,0</coordinates></Point></Placemark>";
    assertThat(refusal(bad + "<Placemark><Polygon/></Placemark>" + bad))
        .contains("Placemark[0]", "Placemark[1].Polygon", "one outer boundary, has 0")
        .contains("Placemark[2]");
  }

  @Test
  void refusesDocumentTypesAndEntities() {
    String bomb = "<!DOCTYPE kml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    String file = "<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
    String remote = "<!DOCTYPE kml SYSTEM 'http://127.0.0.1:1/kml.dtd'>";
    for (String type : List.of(bomb, file, remote)) {
      assertThat(
              Refusals.of(
                  () -> read(type + "<kml><Placemark><name>&b;&x;</name></Placemark></kml>")))
          .contains("DOCTYPE", "remove it");
    }
    assertThat(Refusals.of(() -> read("<kml><name>&b;</name></kml>"))).contains("line 1");
  }

  @Test
  void refusesWhatBreaksALimitAndNamesTheLimit() {
    String deep = "<Folder>".repeat(30) + "</Folder>".repeat(30);
    assertThat(refusal(deep)).contains("more than 20 deep");
    assertThat(refusal("<Placemark/>".repeat(6))).contains("more than the 5 placemarks");
    String line = "<Placemark><LineString><coordinates>";
    assertThat(refusal(line + "1,2 ".repeat(102))).contains("more than the 100 positions");
    String ring = "0,0 1,0 1,1 0,0";
    String[] holes = new String[6];
    Arrays.fill(holes, ring);
    assertThat(refusal("<Placemark>" + polygon(ring, holes) + "</Placemark>"))
        .contains("more than the 6 rings");
    assertThat(refusal("<!--" + "x".repeat(100_000) + "-->"))
        .contains("more than the 100,000 that are read");
    assertThat(refusal(line + "1" + "0".repeat(99))).contains("more than 64 characters");
    assertThat(refusal("<Placemark><name>" + "n".repeat(1001)))
        .contains("more than the 1000 characters");
  }

  @Test
  void saysWhereTheDocumentIsNotWellFormed() {
    assertThat(Refusals.of(() -> read("<kml>\n<Document>\n</kml>")))
        .startsWith("line 3, column")
        .contains("not well-formed");
    assertThat(Refusals.of(() -> read(""))).contains("not well-formed");
    assertThat(Refusals.of(() -> read("<gpx/>"))).contains("not KML: its root is <gpx>");
  }
}
