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

/** Writes {@code report.html}: one page that needs nothing but itself, for people and printers. */
final class ReportHtml {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final Decimals TENTHS = new Decimals(1);
  private static final Decimals CENTS = new Decimals(2);

  private static final String STYLE =
      """
      body{font:15px/1.5 Helvetica,Arial,sans-serif;color:#27313b;background:#f4f3ef;margin:0}
      main{max-width:1120px;margin:0 auto;padding:28px 28px 60px;background:#fffefb}
      h1{font-size:27px;margin:0 0 4px}h2{font-size:19px;margin:34px 0 8px}
      p.sub{color:#6f7b87;margin:0 0 18px}
      svg{max-width:100%;height:auto}
      table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
      th,td{padding:5px 10px;border-bottom:1px solid #e3e4e2;text-align:right}
      th:first-child,td:first-child,td.t,th.t{text-align:left}th{color:#6f7b87;font-weight:normal}
      tr.sum td{font-weight:bold;border-top:2px solid #27313b}
      .cards{display:flex;flex-wrap:wrap;gap:12px;margin:16px 0}
      .card{flex:1 1 150px;border:1px solid #e3e4e2;border-radius:10px;padding:10px 14px}
      .card b{display:block;font-size:21px}.card span{color:#6f7b87}
      .no b{color:#cf2f3c}.yes b{color:#2f7d4f}
      ul.w{background:#fdf4e3;border-left:4px solid #d98a00;padding:10px 14px 10px 30px;margin:12px 0}
      pre{background:#f4f3ef;padding:14px;overflow:auto;font-size:12.5px}
      .profiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:14px}
      figure{margin:0}figcaption{color:#6f7b87;font-size:13px}
      @media print{body{background:#fff}main{max-width:none}}
      """;

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
    html.append("<meta name=\"viewport\" content=\"width=device-width\"><title>");
    html.append(escaped(MapWording.title(layout))).append("</title>\n<style>\n");
    html.append(STYLE).append("</style></head><body><main>\n");
    html.append("<h1>")
        .append(escaped(MapWording.title(layout)))
        .append("</h1>\n<p class=\"sub\">");
    html.append(escaped(MapWording.subtitle(layout))).append("</p>\n");
    cards();
    warnings();
    html.append("<h2>Map</h2>\n").append(map).append('\n');
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
    card("", TENTHS.format(layout.network().length()) + " m", "road");
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
          CENTS.format(layout.pads().get(i).elevation()),
          TENTHS.format(work.area()),
          TENTHS.format(work.total().cut()),
          TENTHS.format(work.total().fill()),
          TENTHS.format(work.total().net()),
          TENTHS.format(work.sigma()));
    }
    html.append("</table>\n");
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
          TENTHS.format(road.length()),
          CENTS.format(road.steepestPercent()),
          Double.isFinite(road.minRadius()) ? TENTHS.format(road.minRadius()) : "straight",
          TENTHS.format(work.total().cut()),
          TENTHS.format(work.total().fill()));
    }
    html.append("</table>\n");
  }

  private void balance() {
    EarthBalance balance = layout.earthworks().balance();
    html.append("<h2>Earth balance</h2>\n");
    head("what", "m\u00b3");
    row("cut, in place", TENTHS.format(balance.volumes().cut()));
    row("fill, in place", TENTHS.format(balance.volumes().fill()));
    row(
        "loose cut on lorries (swell " + CENTS.format(balance.soil().swell()) + ")",
        TENTHS.format(balance.looseCut()));
    row(
        "fill that the cut makes (compaction " + CENTS.format(balance.soil().compaction()) + ")",
        TENTHS.format(balance.fillFromCut()));
    row("to be brought in, compacted", TENTHS.format(balance.borrow()));
    row("to be taken away, in place", TENTHS.format(balance.spoil()));
    html.append("</table>\n");
  }

  private void profiles() {
    if (layout.network().roads().isEmpty()) {
      return;
    }
    html.append(
        "<h2>Profiles</h2>\n<p class=\"sub\">Ground grey, road dark; heights five times"
            + " enlarged or more.</p>\n<div class=\"profiles\">\n");
    for (Road road : layout.network().roads()) {
      html.append("<figure>").append(ProfileSvg.of(road)).append("<figcaption>");
      html.append(escaped(road.id() + " to " + road.to())).append("</figcaption></figure>\n");
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
    html.append("<table><tr>");
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
