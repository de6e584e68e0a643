package dev.groma.engine.sitelayout.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.roads.Road;
import dev.groma.engine.sitelayout.roads.Unreachable;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws {@code map.png}, the same map as {@code map.svg} in pixels. Shapes only: no font of the
 * machine is asked for, so it runs where there are none.
 */
final class MapPng {

  private static final int LONGEST = 1200;
  private static final int MARGIN = 28;
  private static final int HEAD = 74;
  private static final int LINE = 26;

  /** Entries of the legend in a row. */
  private static final int COLUMNS = 4;

  private static final String FAILURE = "#cf2f3c";

  private final Layout layout;
  private final double roadWidth;
  private final EngineContext context;

  MapPng(Layout layout, double roadWidth, EngineContext context) {
    this.layout = layout;
    this.roadWidth = roadWidth;
    this.context = context;
  }

  void write(OutputStream out) throws IOException, CancelledException {
    Bounds shown = MapSvg.shown(layout);
    double scale = LONGEST / shown.extent();
    int width = (int) Math.max(760, Math.ceil(shown.width() * scale)) + 2 * MARGIN;
    int mapHeight = (int) Math.ceil(shown.height() * scale);
    int height = HEAD + mapHeight + MARGIN + LINE * (rows(entries()) + 2);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(Color.decode("#fffefb"));
    pen.fillRect(0, 0, width, height);
    Viewport view = new Viewport(shown, MARGIN, HEAD, scale);
    text(pen, MapWording.title(layout), MARGIN, 18, 3, "#27313b");
    text(pen, MapWording.subtitle(layout).replace("\u00b3", "3"), MARGIN, 48, 2, "#6f7b87");
    relief(pen, view);
    map(pen, view);
    context.checkCancelled();
    legend(pen, HEAD + mapHeight + MARGIN, width);
    pen.dispose();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    out.write(Png.encode(width, height, rgb, context));
  }

  private void relief(Graphics2D pen, Viewport view) throws CancelledException {
    Hillshade shade = Hillshade.of(layout.grid(), view.plan(), context);
    BufferedImage picture =
        new BufferedImage(shade.width(), shade.height(), BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, shade.width(), shade.height(), shade.rgb(), 0, shade.width());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(
        picture,
        (int) view.left(),
        (int) view.top(),
        (int) Math.round(view.length(view.plan().width())),
        (int) Math.round(view.length(view.plan().height())),
        null);
  }

  private void map(Graphics2D pen, Viewport view) {
    Shape closed = shape(layout.site().exclusions(), view);
    hatch(pen, closed);
    stroke(pen, closed, AssetColours.EXCLUSION, 1.4f);
    stroke(pen, shape(layout.site().boundary(), view), AssetColours.BOUNDARY, 2.6f);
    float surface = (float) Math.max(2.6, view.length(roadWidth));
    for (boolean casing : new boolean[] {true, false}) {
      for (Road road : layout.network().roads()) {
        Path2D line = new Path2D.Double();
        line.moveTo(view.x(road.x(0)), view.y(road.y(0)));
        for (int i = 1; i < road.stations(); i++) {
          line.lineTo(view.x(road.x(i)), view.y(road.y(i)));
        }
        String colour = casing ? AssetColours.ROAD : AssetColours.ROAD_SURFACE;
        stroke(pen, line, colour, casing ? surface + 2.4f : surface);
      }
    }
    for (Asset asset : layout.assets()) {
      Shape footprint = shape(asset.footprint().polygon(), view);
      pen.setColor(Color.decode(AssetColours.fill(asset.type())));
      pen.fill(footprint);
      stroke(pen, footprint, AssetColours.OUTLINE, asset.fixed() ? 2.4f : 1);
    }
    for (Unreachable failed : layout.network().unreachable()) {
      double x = view.x(failed.x());
      double y = view.y(failed.y());
      stroke(pen, new Line2D.Double(x - 7, y - 7, x + 7, y + 7), FAILURE, 3.4f);
      stroke(pen, new Line2D.Double(x - 7, y + 7, x + 7, y - 7), FAILURE, 3.4f);
    }
    double x = view.x(layout.site().entry().x);
    double y = view.y(layout.site().entry().y);
    Shape gate = new Ellipse2D.Double(x - 7, y - 7, 14, 14);
    pen.setColor(Color.WHITE);
    pen.fill(gate);
    stroke(pen, gate, AssetColours.BOUNDARY, 3.2f);
  }

  private static void hatch(Graphics2D pen, Shape area) {
    Shape before = pen.getClip();
    pen.clip(area);
    Rectangle2D box = area.getBounds2D();
    for (double c = -box.getHeight(); c < box.getWidth(); c += 10) {
      double x = box.getMinX() + c;
      stroke(
          pen,
          new Line2D.Double(x, box.getMaxY(), x + box.getHeight(), box.getMinY()),
          AssetColours.EXCLUSION,
          1.2f);
    }
    pen.setClip(before);
  }

  private static void stroke(Graphics2D pen, Shape shape, String colour, float width) {
    pen.setColor(Color.decode(colour));
    pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  private static Path2D shape(Geometry geometry, Viewport view) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        ring(path, Places.flat(polygon.getExteriorRing()), view);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(path, Places.flat(polygon.getInteriorRingN(hole)), view);
        }
      }
    }
    return path;
  }

  private static void ring(Path2D path, double[] xy, Viewport view) {
    path.moveTo(view.x(xy[0]), view.y(xy[1]));
    for (int i = 2; i < xy.length - 2; i += 2) {
      path.lineTo(view.x(xy[i]), view.y(xy[i + 1]));
    }
    path.closePath();
  }

  private record Entry(String colour, String label) {}

  /** What is on the map; slopes begin a row of their own. */
  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (AssetType type : MapLegend.kinds(layout)) {
      entries.add(new Entry(AssetColours.fill(type), AssetColours.words(type)));
    }
    if (!layout.network().roads().isEmpty()) {
      entries.add(new Entry(AssetColours.ROAD, "road"));
    }
    if (!layout.site().exclusions().isEmpty()) {
      entries.add(new Entry(AssetColours.EXCLUSION, "exclusion"));
    }
    if (!layout.network().unreachable().isEmpty()) {
      entries.add(new Entry(FAILURE, "road fails"));
    }
    return entries;
  }

  private static int rows(List<Entry> entries) {
    return (entries.size() + COLUMNS - 1) / COLUMNS;
  }

  private void legend(Graphics2D pen, int top, int width) {
    int column = (width - 2 * MARGIN) / COLUMNS;
    List<Entry> entries = entries();
    for (int i = 0; i < entries.size(); i++) {
      entry(pen, i, column, top, entries.get(i).colour(), entries.get(i).label());
    }
    int at = COLUMNS * rows(entries);
    for (Hillshade.SlopeClass slope : Hillshade.CLASSES) {
      entry(pen, at++, column, top, slope.colour(), slope.label());
    }
  }

  private static void entry(
      Graphics2D pen, int number, int column, int top, String colour, String label) {
    int x = MARGIN + number % COLUMNS * column;
    int y = top + number / COLUMNS * LINE;
    pen.setColor(Color.decode(colour));
    pen.fillRect(x, y, 28, 16);
    pen.setColor(Color.decode("#9aa3ab"));
    pen.setStroke(new BasicStroke(1));
    pen.drawRect(x, y, 28, 16);
    text(pen, label, x + 38, y + 1, 2, "#27313b");
  }

  private static void text(
      Graphics2D pen, String text, int left, int top, int size, String colour) {
    pen.setColor(Color.decode(colour));
    for (int i = 0; i < text.length(); i++) {
      for (int y = 0; y < PixelFont.HEIGHT; y++) {
        for (int x = 0; x < PixelFont.WIDTH; x++) {
          if (PixelFont.isDark(text.charAt(i), x, y)) {
            pen.fillRect(left + (i * PixelFont.WIDTH + x) * size, top + y * size, size, size);
          }
        }
      }
    }
  }
}
