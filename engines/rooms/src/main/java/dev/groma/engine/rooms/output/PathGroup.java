package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.SvgWriter;
import java.io.IOException;

/**
 * Many lines or areas that look the same, written as few elements: a plan of a hundred thousand
 * rooms stays a drawing that a browser opens.
 */
final class PathGroup {

  /** Characters of path data to an element; chosen: some hundreds of rooms. */
  private static final int FULL = 1 << 15;

  private final SvgWriter svg;
  private final String[] attributes;
  private final PathData data = new PathData();

  /** The attributes are those of each element, beside the path data. */
  PathGroup(SvgWriter svg, String... attributes) {
    this.svg = svg;
    this.attributes = attributes;
  }

  /** Where the next line or area goes; whole ones only between two calls. */
  PathData data() throws IOException {
    if (data.length() > FULL) {
      flush();
    }
    return data;
  }

  /** Writes what is left. */
  void flush() throws IOException {
    if (data.length() > 0) {
      String[] all = new String[attributes.length + 2];
      System.arraycopy(attributes, 0, all, 0, attributes.length);
      all[attributes.length] = "d";
      all[attributes.length + 1] = data.toString();
      svg.empty("path", all);
      data.clear();
    }
  }
}
