package dev.groma.engine.sitefit.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.draw.Hatch;
import dev.groma.engine.draw.LabelSpot;
import dev.groma.engine.draw.NorthArrow;
import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.Sheet;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Swatch;
import dev.groma.engine.draw.TextWidth;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.EdgeKind;
import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.shape.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Draws {@code plan.svg}: parcel, setbacks, buildable region, placements, street, north. */
final class PlanSvg {

  private static final String LAWN = "#e3f0dc";
  private static final String GARDEN = "#6fa35c";
  private static final String HOUSE = "#c65b3c";
  private static final String STREET = "#8a8f98";
  private static final Hatch SETBACK = new Hatch("setback", "#f6f4ea", "#cfcab5", 7, 45);
  private static final Hatch MISFIT = new Hatch("misfit", "none", Palette.ERROR, 8, 45);
  private static final double LABEL = 20;

  private final Outcome outcome;
  private final Shape parcel;

  PlanSvg(Outcome outcome) {
    this.outcome = outcome;
    parcel = outcome.site().parcel();
  }

  void write(OutputStream out) throws IOException, CancelledException {
    new Sheet(
            Wording.title(outcome),
            Wording.subtitle(outcome),
            shown(),
            new Sheet.BarUnit("m", 1),
            List.of(SETBACK, MISFIT),
            legend(),
            new NorthArrow(outcome.site().convergence()))
        .draw(out, this::draw);
  }

  /** The parcel with a margin for the street, and the house where it does not fit. */
  private Bounds shown() {
    Bounds bounds = parcel.bounds();
    if (outcome.fit().placements().isEmpty()) {
      Bounds misfit = Bounds.of(misfit());
      bounds =
          new Bounds(
              Math.min(bounds.minX(), misfit.minX()),
              Math.min(bounds.minY(), misfit.minY()),
              Math.max(bounds.maxX(), misfit.maxX()),
              Math.max(bounds.maxY(), misfit.maxY()));
    }
    return bounds.grown(bounds.extent() * 0.04);
  }

  /** The house as it came, its middle on that of the parcel. */
  private Points misfit() {
    Points house = outcome.site().house();
    Bounds own = Bounds.of(house);
    Bounds there = parcel.bounds();
    double byX = (there.minX() + there.maxX() - own.minX() - own.maxX()) / 2;
    double byY = (there.minY() + there.maxY() - own.minY() - own.maxY()) / 2;
    double[] xy = new double[2 * house.size()];
    for (int i = 0; i < house.size(); i++) {
      xy[2 * i] = house.x(i) + byX;
      xy[2 * i + 1] = house.y(i) + byY;
    }
    return Points.of(xy);
  }

  private void draw(SvgWriter svg, Viewport view) throws IOException {
    drawParcel(svg, view);
    List<Placement> placements = outcome.fit().placements();
    if (placements.isEmpty()) {
      String data = new PathData().ring(view.onPage(misfit())).toString();
      svg.empty(
          "path",
          "id",
          "house",
          "d",
          data,
          "fill",
          MISFIT.fill(),
          "stroke",
          Palette.ERROR,
          "stroke-width",
          "2.5",
          "stroke-dasharray",
          "9 5");
      return;
    }
    drawGarden(svg, view, placements.getFirst());
    svg.begin("g", "id", "placements", "stroke-linejoin", "round");
    for (int i = placements.size() - 1; i >= 0; i--) {
      drawHouse(svg, view, placements.get(i), i);
    }
    svg.end();
    label(svg, view, placements.getFirst());
  }

  private void drawParcel(SvgWriter svg, Viewport view) throws IOException {
    PathData whole = new PathData();
    parcel.rings().forEach(ring -> whole.ring(view.onPage(ring)));
    PathData buildable = new PathData();
    for (SoundPolygon part : outcome.fit().buildable()) {
      buildable.ring(view.onPage(part.shell()));
      part.holes().forEach(hole -> buildable.ring(view.onPage(hole)));
    }
    svg.begin("g", "id", "parcel", "fill-rule", "evenodd", "stroke-linejoin", "round");
    svg.empty("path", "d", whole.toString(), "fill", SETBACK.fill());
    svg.empty(
        "path",
        "d",
        buildable.toString(),
        "fill",
        LAWN,
        "stroke",
        GARDEN,
        "stroke-width",
        "1.2",
        "stroke-dasharray",
        "5 4");
    svg.empty("path", "d", whole.toString(), "stroke", Palette.INK, "stroke-width", "2.2");
    PathData street = new PathData();
    for (int edge = 0; edge < parcel.size(); edge++) {
      if (outcome.site().kinds().get(edge) == EdgeKind.STREET) {
        int end = parcel.next(edge);
        street
            .moveTo(view.x(parcel.x(edge)), view.y(parcel.y(edge)))
            .lineTo(view.x(parcel.x(end)), view.y(parcel.y(end)));
      }
    }
    if (outcome.site().hasStreet()) {
      svg.empty(
          "path",
          "id",
          "street",
          "d",
          street.toString(),
          "stroke",
          STREET,
          "stroke-width",
          "9",
          "stroke-linecap",
          "round");
    }
    svg.end();
  }

  private static void drawGarden(SvgWriter svg, Viewport view, Placement best) throws IOException {
    Placement.Circle garden = best.metrics().garden();
    svg.empty(
        "circle",
        "id",
        "garden",
        "cx",
        SvgWriter.number(view.x(garden.x())),
        "cy",
        SvgWriter.number(view.y(garden.y())),
        "r",
        SvgWriter.number(view.length(garden.radius())),
        "fill",
        GARDEN,
        "fill-opacity",
        "0.18",
        "stroke",
        GARDEN,
        "stroke-width",
        "1.5");
  }

  private void drawHouse(SvgWriter svg, Viewport view, Placement placement, int index)
      throws IOException {
    PathData data = new PathData().ring(view.onPage(outcome.footprint(placement)));
    boolean best = index == 0;
    svg.begin(
        "path",
        "id",
        Outcome.id(index),
        "d",
        data.toString(),
        "fill",
        best ? HOUSE : "none",
        "fill-opacity",
        best ? "0.92" : "0",
        "stroke",
        best ? "#8e3b22" : HOUSE,
        "stroke-width",
        best ? "2.2" : "1.3",
        "stroke-dasharray",
        best ? "none" : "6 4");
    svg.text("title", Wording.tooltip(placement, index));
    svg.end();
  }

  private void label(SvgWriter svg, Viewport view, Placement best) throws IOException {
    Points outline = view.onPage(outcome.footprint(best));
    String text = Wording.area(outcome);
    LabelSpot spot =
        LabelSpot.find(outline, List.of(), List.of(), TextWidth.of(text, LABEL), LABEL);
    if (spot != null) {
      svg.text(
          "text",
          text,
          "x",
          SvgWriter.number(spot.x()),
          "y",
          SvgWriter.number(spot.y() + LABEL * 0.35),
          "text-anchor",
          "middle",
          "font-size",
          SvgWriter.number(LABEL),
          "font-weight",
          "bold",
          "fill",
          Palette.PAPER);
    }
  }

  private List<Swatch.Entry> legend() {
    List<Swatch.Entry> entries = new ArrayList<>();
    List<Placement> placements = outcome.fit().placements();
    if (placements.isEmpty()) {
      entries.add(new Swatch.Entry("house", new Swatch.Line(Palette.ERROR, 2.5, "9 5")));
    } else {
      entries.add(new Swatch.Entry("best placement", new Swatch.Fill(HOUSE)));
      if (placements.size() > 1) {
        entries.add(new Swatch.Entry("others", new Swatch.Line(HOUSE, 1.3, "6 4")));
      }
      entries.add(new Swatch.Entry("largest garden", new Swatch.Fill("#cfe3c6")));
    }
    if (!outcome.fit().buildable().isEmpty()) {
      entries.add(new Swatch.Entry("buildable region", new Swatch.Fill(LAWN)));
    }
    entries.add(new Swatch.Entry("setback", new Swatch.Fill(SETBACK.fill())));
    if (outcome.site().hasStreet()) {
      entries.add(new Swatch.Entry("street", new Swatch.Line(STREET, 9, "none")));
    }
    return entries;
  }
}
