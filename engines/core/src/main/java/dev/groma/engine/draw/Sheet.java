package dev.groma.engine.draw;

import dev.groma.engine.CancelledException;
import dev.groma.engine.geometry.Bounds;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page with a title, a drawing to scale, a scale bar and a legend.
 *
 * @param title the headline
 * @param subtitle one line below it: the few numbers that matter
 * @param plan what the drawing must show, in plan units; may be a line or a point
 * @param unit of the scale bar
 * @param hatches used by the drawing
 * @param legend of the drawing
 * @param north where it is, or null where the plan does not know
 */
public record Sheet(
    String title,
    String subtitle,
    Bounds plan,
    BarUnit unit,
    List<Hatch> hatches,
    List<Swatch.Entry> legend,
    @Nullable NorthArrow north) {

  private static final double MARGIN = 48;
  private static final double HEADER = 112;
  private static final double WIDEST = 1104;
  private static final double HIGHEST = 860;
  private static final double NARROWEST = 680;
  private static final double BAR_WIDEST = 200;
  private static final double FOOTER_GAP = 36;

  public Sheet {
    hatches = List.copyOf(hatches);
    legend = List.copyOf(legend);
  }

  /**
   * The unit in which the scale bar speaks.
   *
   * @param symbol such as {@code m}
   * @param planUnits how many plan units it is long
   */
  public record BarUnit(String symbol, double planUnits) {}

  /** Draws what the page is about. */
  @FunctionalInterface
  public interface Drawing {

    /** Writes through the writer, in page coordinates made by the view. */
    void draw(SvgWriter svg, Viewport view) throws IOException, CancelledException;
  }

  /** Writes the page and closes the stream. */
  public void draw(OutputStream out, Drawing drawing) throws IOException, CancelledException {
    Bounds shown = plan.extent() > 0 ? plan : plan.grown(0.5);
    double scale = Math.min(WIDEST / shown.width(), HIGHEST / shown.height());
    double inner = Math.max(shown.width() * scale, NARROWEST);
    double left = MARGIN + (inner - shown.width() * scale) / 2;
    Viewport view = new Viewport(shown, left, HEADER, scale);
    ScaleBar bar = ScaleBar.atMost(BAR_WIDEST, scale * unit.planUnits(), unit.symbol());
    Legend key = Legend.within(inner - bar.width() - 2 * MARGIN, legend);
    double footer = HEADER + shown.height() * scale + FOOTER_GAP;
    double width = inner + 2 * MARGIN;
    double height = footer + Math.max(key.height(), 26) + MARGIN * 0.75;

    try (SvgWriter svg = new SvgWriter(out)) {
      begin(svg, width, height);
      if (north != null) {
        north.draw(svg, width - MARGIN - 14, MARGIN + 18);
      }
      svg.begin("g", "id", "plan");
      drawing.draw(svg, view);
      svg.end();
      bar.draw(svg, MARGIN, footer + 12);
      key.draw(svg, width - MARGIN, footer);
      svg.end();
    }
  }

  private void begin(SvgWriter svg, double width, double height) throws IOException {
    String w = SvgWriter.number(Math.ceil(width));
    String h = SvgWriter.number(Math.ceil(height));
    svg.begin(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        w,
        "height",
        h,
        "viewBox",
        "0 0 " + w + " " + h,
        "role",
        "img",
        "font-family",
        "Helvetica, Arial, 'Liberation Sans', sans-serif",
        "fill",
        "none");
    svg.text("title", title);
    svg.text("desc", subtitle);
    if (!hatches.isEmpty()) {
      svg.begin("defs");
      for (Hatch hatch : hatches) {
        hatch.define(svg);
      }
      svg.end();
    }
    svg.empty("rect", "width", w, "height", h, "rx", "14", "fill", Palette.PAPER);
    double text = width - 2 * MARGIN - (north == null ? 0 : MARGIN);
    heading(svg, TextWidth.fit(title, 26 * 1.07, text), MARGIN + 14, 26, "bold", Palette.INK);
    heading(svg, TextWidth.fit(subtitle, 15, text), MARGIN + 38, 15, "normal", Palette.MUTED);
  }

  private static void heading(
      SvgWriter svg, String text, double y, int size, String weight, String fill)
      throws IOException {
    svg.text(
        "text",
        text,
        "x",
        SvgWriter.number(MARGIN),
        "y",
        SvgWriter.number(y),
        "font-size",
        Integer.toString(size),
        "font-weight",
        weight,
        "fill",
        fill);
  }
}
