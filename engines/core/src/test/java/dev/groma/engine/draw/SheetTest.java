package dev.groma.engine.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.geometry.Bounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SheetTest {

  private static final Hatch HATCH = new Hatch("body", "#ffffff", "#000000", 6, 45);

  private static final List<Swatch.Entry> LEGEND =
      List.of(
          new Swatch.Entry("wall", new Swatch.Line(Palette.WALL, 2, "none")),
          new Swatch.Entry("wall body", new Swatch.Fill(HATCH.fill())));

  private static Sheet sheet(String title, Bounds plan) {
    return new Sheet(
        title,
        "subtitle",
        plan,
        new Sheet.BarUnit("m", 1),
        List.of(HATCH),
        LEGEND,
        new NorthArrow(-8.25));
  }

  private static byte[] draw(Sheet sheet) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheet.draw(
        out,
        (svg, view) ->
            svg.empty(
                "circle",
                "cx",
                SvgWriter.number(view.x(sheet.plan().minX())),
                "cy",
                SvgWriter.number(view.y(sheet.plan().minY())),
                "r",
                "3"));
    return out.toByteArray();
  }

  private static Document parse(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  @Test
  void isWellFormedWhateverTheTextSays() throws Exception {
    String evil = "<script>&\"'\u0000\u001b\ud800 \uffff]]> \ud83c\udfe0\n";
    Document svg = parse(draw(sheet(evil, new Bounds(0, 0, 10, 5))));
    assertThat(svg.getElementsByTagNameNS("*", "script").getLength()).isZero();
    assertThat(svg.getElementsByTagNameNS("*", "title").item(0).getTextContent())
        .isEqualTo("<script>&\"'\ufffd\ufffd\ufffd \ufffd]]> \ud83c\udfe0 ");
  }

  @Test
  void keepsEverythingOnThePage() throws Exception {
    for (Bounds plan :
        List.of(
            new Bounds(0, 0, 10, 5),
            new Bounds(-1e6, -1e6, -1e6 + 1, -1e6 + 300),
            new Bounds(0, 0, 1e9, 1e3),
            new Bounds(7, 7, 7, 7),
            new Bounds(0, 0, 0, 1e-6))) {
      Element root = parse(draw(sheet("t", plan))).getDocumentElement();
      double width = Double.parseDouble(root.getAttribute("width"));
      double height = Double.parseDouble(root.getAttribute("height"));
      assertThat(width).isBetween(600.0, 1200.0);
      assertThat(height).isBetween(100.0, 1200.0);
      NodeList texts = root.getElementsByTagNameNS("*", "text");
      for (int i = 0; i < texts.getLength(); i++) {
        Element text = (Element) texts.item(i);
        if (text.hasAttribute("x")) {
          assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, width);
          assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
        }
      }
    }
  }

  @Test
  void turnsYDownwardsAtOneScale() {
    Viewport view = new Viewport(new Bounds(10, 20, 30, 60), 5, 7, 2);
    assertThat(view.x(10)).isEqualTo(5);
    assertThat(view.x(30)).isEqualTo(45);
    assertThat(view.y(60)).isEqualTo(7);
    assertThat(view.y(20)).isEqualTo(87);
  }

  @Test
  void givesTheSameBytesInEveryLocale() throws Exception {
    Locale before = Locale.getDefault();
    byte[] here = draw(sheet("t", new Bounds(0, 0, 12.345, 6.789)));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(draw(sheet("t", new Bounds(0, 0, 12.345, 6.789)))).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(new String(here, StandardCharsets.UTF_8)).doesNotContain("\r");
  }

  @ParameterizedTest
  @CsvSource({
    // page units for each plan unit, length of the bar, what it says
    "100, 2, 2",
    "90, 2, 2",
    "40, 5, 5",
    "21, 5, 5",
    "20, 10, 10",
    "0.001, 200000, 200000",
    "300000, 0.0005, 0.0005",
  })
  void scaleBarHasARoundLength(double scale, double length, String number) {
    ScaleBar bar = ScaleBar.atMost(200, scale, "m");
    assertThat(bar.length()).isCloseTo(length, within(length * 1e-12));
    assertThat(bar.width()).isLessThanOrEqualTo(200 * (1 + 1e-9)).isGreaterThan(79);
    assertThat(ScaleBar.number(bar.length())).isEqualTo(number);
  }

  @Test
  void legendBreaksIntoRowsThatFit() {
    List<Swatch.Entry> many = java.util.Collections.nCopies(9, LEGEND.getFirst());
    Legend legend = Legend.within(300, many);
    assertThat(legend.rows()).hasSizeGreaterThan(2);
    assertThat(legend.rows().stream().mapToInt(List::size).sum()).isEqualTo(9);
    assertThat(Legend.within(10, many).rows()).hasSize(9);
    assertThat(Legend.within(300, List.of()).rows()).isEmpty();
  }

  @Test
  void cutsTextThatIsTooWide() {
    assertThat(TextWidth.fit("apartment", 20, 1000)).isEqualTo("apartment");
    String cut = TextWidth.fit("a very long name of a plan", 20, 100);
    assertThat(cut).endsWith("\u2026");
    assertThat(TextWidth.of(cut, 20)).isLessThanOrEqualTo(100);
  }
}
