package dev.groma.engine.sitelayout.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.Warning;
import dev.groma.engine.sitelayout.earthworks.CutFill;
import dev.groma.engine.sitelayout.earthworks.EarthBalance;
import dev.groma.engine.sitelayout.earthworks.Earthworks;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters;
import dev.groma.engine.sitelayout.read.ReadSite;
import dev.groma.engine.sitelayout.roads.Road;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes {@code report.html}: one page that needs nothing but itself, for people and printers. */
final class ReportHtml {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final Decimals TENTHS = new Decimals(1);
  private static final Decimals CENTS = new Decimals(2);

  private final Layout layout;
  private final ReadSite read;
  private final SiteLayoutParameters parameters;
  private final String map;
  private final StringBuilder html = new StringBuilder(1 << 18);

  ReportHtml(Layout layout, ReadSite read, SiteLayoutParameters parameters, String map) {
    this.layout = layout;
    this.read = read;
    this.parameters = parameters;
    this.map = map;
  }

  void write(OutputStream out) throws IOException {
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
    html.append(escaped(MapWording.title(layout))).append("</title>\n<style>\n");
    html.append(ReportStyle.CSS).append("</style></head><body><main>\n");
    html.append("<h1>")
        .append(escaped(MapWording.title(layout)))
        .append("</h1>\n<p class=\"sub\">");
    html.append(escaped(MapWording.subtitle(layout))).append("</p>\n");
    cards();
    warnings();
    html.append("<h2>Map</h2>\n<div class=\"wide map\">").append(map).append("</div>\n");
    pads();
    roads();
    balance();
    profiles();
    basis();
    html.append("</main></body></html>\n");
    out.write(html.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void cards() {
    CutFill volumes = layout.earthworks().balance().volumes();
    html.append("<div class=\"cards\">");
    boolean met = layout.answer().targetMet();
    if (layout.answer().targetKw() > 0) {
      card(
          met ? "yes" : "no",
          met ? "met" : "not met",
          "target of " + MapWording.megawatts(layout.answer().targetKw()));
    }
    card("", MapWording.megawatts(layout.answer().connectedKw()), "capacity with a road");
    card("", Integer.toString(layout.assets().size()), "assets");
    card("", MapWording.grouped(layout.network().length()) + " m", "road");
    card("", MapWording.grouped(volumes.cut()) + " m\u00b3", "cut");
    card("", MapWording.grouped(volumes.fill()) + " m\u00b3", "fill");
    card(
        "",
        "\u00b1 " + MapWording.grouped(layout.earthworks().balance().sigma()) + " m\u00b3",
        "standard deviation from the elevation model");
    html.append("</div>\n");
  }

  private void card(String kind, String value, String label) {
    html.append("<div class=\"card ").append(kind).append("\"><b>").append(escaped(value));
    html.append("</b><span>").append(escaped(label)).append("</span></div>");
  }

  private void warnings() {
    if (layout.warnings().isEmpty()) {
      return;
    }
    html.append("<h2>What to know before using this</h2>\n<ul class=\"w\">\n");
    for (Warning warning : layout.warnings()) {
      html.append("<li><b>").append(escaped(warning.about())).append("</b>: ");
      html.append(escaped(warning.text())).append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void pads() {
    if (layout.pads().isEmpty()) {
      return;
    }
    html.append("<h2>Pads</h2>\n");
    head(
        "pad",
        "elevation m",
        "area m\u00b2",
        "cut m\u00b3",
        "fill m\u00b3",
        "net m\u00b3",
        "\u00b1 m\u00b3");
    for (int i = 0; i < layout.pads().size(); i++) {
      Earthworks.Work work = layout.earthworks().pads().get(i);
      row(
          work.id(),
          cents(layout.pads().get(i).elevation()),
          tenths(work.area()),
          tenths(work.total().cut()),
          tenths(work.total().fill()),
          tenths(work.total().net()),
          tenths(work.sigma()));
    }
    html.append("</table></div>\n");
  }

  private void roads() {
    if (layout.network().roads().isEmpty()) {
      return;
    }
    html.append("<h2>Roads</h2>\n");
    head("road", "to", "length m", "steepest %", "least radius m", "cut m\u00b3", "fill m\u00b3");
    for (int i = 0; i < layout.network().roads().size(); i++) {
      Road road = layout.network().roads().get(i);
      Earthworks.Work work = layout.earthworks().roads().get(i);
      row(
          road.id(),
          road.to(),
          tenths(road.length()),
          cents(road.steepestPercent()),
          Double.isFinite(road.minRadius()) ? tenths(road.minRadius()) : "straight",
          tenths(work.total().cut()),
          tenths(work.total().fill()));
    }
    html.append("</table></div>\n");
  }

  private void balance() {
    EarthBalance balance = layout.earthworks().balance();
    html.append("<h2>Earth balance</h2>\n");
    head("what", "m\u00b3");
    row("cut, in place", tenths(balance.volumes().cut()));
    row("fill, in place", tenths(balance.volumes().fill()));
    row(
        "loose cut on lorries (swell " + CENTS.format(balance.soil().swell()) + ")",
        tenths(balance.looseCut()));
    row(
        "fill that the cut makes (compaction " + CENTS.format(balance.soil().compaction()) + ")",
        tenths(balance.fillFromCut()));
    row("to be brought in, compacted", tenths(balance.borrow()));
    row("to be taken away, in place", tenths(balance.spoil()));
    html.append("</table></div>\n");
  }

  private void profiles() {
    if (layout.network().roads().isEmpty()) {
      return;
    }
    html.append(
        "<h2>Profiles</h2>\n<p class=\"sub\">Ground grey, road dark, from the network to the"
            + " asset.</p>\n<div class=\"profiles\">\n");
    for (Road road : layout.network().roads()) {
      ProfileSvg profile = new ProfileSvg(road);
      html.append("<figure>").append(profile.draw()).append("<figcaption>");
      html.append(escaped(road.id() + " to " + road.to() + ", heights "));
      html.append(TENTHS.format(profile.enlargement())).append(" : 1</figcaption></figure>\n");
    }
    html.append("</div>\n");
  }

  private void basis() throws IOException {
    html.append("<h2>What this rests on</h2>\n<p>Ground: ");
    html.append(escaped(read.terrain().description())).append("; bilinear between cell centres. ");
    html.append("Working grid ").append(CENTS.format(read.terrain().resolutionMetres()));
    html.append(" m, working CRS ")
        .append(escaped(read.frame().crs().code() + " (" + read.frame().crs().name() + ")"));
    html.append(". Elevation error taken as ").append(CENTS.format(read.terrain().error().sigma()));
    html.append(" m, alike up to ").append(TENTHS.format(read.terrain().error().correlation()));
    html.append(" m. Every parameter as it was applied:</p>\n<pre>");
    html.append(escaped(MAPPER.writeValueAsString(parameters))).append("</pre>\n");
  }

  private void head(String... names) {
    html.append("<div class=\"wide\"><table><tr>");
    for (String name : List.of(names)) {
      html.append("<th>").append(escaped(name)).append("</th>");
    }
    html.append("</tr>\n");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : List.of(cells)) {
      html.append("<td>").append(escaped(cell)).append("</td>");
    }
    html.append("</tr>\n");
  }

  /** Columns of numbers line up: every place is written, also where it is 0. */
  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%,.1f", TENTHS.round(value));
  }

  private static String cents(double value) {
    return String.format(Locale.ROOT, "%,.2f", CENTS.round(value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
