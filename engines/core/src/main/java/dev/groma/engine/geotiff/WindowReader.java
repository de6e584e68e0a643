package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.terrain.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads the samples of a window, block by block. */
final class WindowReader {

  private final TiffFile file;
  private final Layout layout;
  private final Heights heights;
  private final Window window;
  private final float[] values;

  private WindowReader(TiffFile file, Layout layout, Heights heights, Window window) {
    this.file = file;
    this.layout = layout;
    this.heights = heights;
    this.window = window;
    values = new float[window.columns() * window.rows()];
  }

  static float[] read(
      TiffFile file, Layout layout, Heights heights, Window window, EngineContext context)
      throws IOException, BadInputException, CancelledException {
    WindowReader reader = new WindowReader(file, layout, heights, window);
    int lastRow = (window.row() + window.rows() - 1) / layout.blockRows();
    int lastColumn = (window.column() + window.columns() - 1) / layout.blockColumns();
    for (int row = window.row() / layout.blockRows(); row <= lastRow; row++) {
      for (int col = window.column() / layout.blockColumns(); col <= lastColumn; col++) {
        context.checkCancelled();
        reader.readBlock(row, col);
      }
    }
    return reader.values;
  }

  private void readBlock(int blockRow, int blockColumn) throws IOException, BadInputException {
    Window block =
        new Window(
            blockColumn * layout.blockColumns(),
            blockRow * layout.blockRows(),
            layout.blockColumns(),
            layout.rowsOf(blockRow));
    Window part = block.intersection(window);
    int number = blockRow * layout.blocksAcross() + blockColumn;
    if (layout.isAbsent(number)) {
      for (int row = 0; row < part.rows(); row++) {
        int to = target(part, row);
        Arrays.fill(values, to, to + part.columns(), Float.NaN);
      }
    } else if (layout.codec() == Codec.NONE) {
      readPlain(number, block, part);
    } else {
      ByteBuffer samples = decode(number, block.rows());
      for (int row = 0; row < part.rows(); row++) {
        int from =
            (part.row() - block.row() + row) * block.columns() + part.column() - block.column();
        copy(samples, from * layout.pixelBytes(), part, row);
      }
    }
  }

  /** Only the rows and columns asked for. */
  private void readPlain(int number, Window block, Window part)
      throws IOException, BadInputException {
    long begin = layout.blocks().offsets()[number];
    long length = (long) block.columns() * block.rows() * layout.pixelBytes();
    if (layout.blocks().byteCounts()[number] < length) {
      throw TiffRefusal.at(
          layout.place(number),
          "has %,d of %,d bytes",
          layout.blocks().byteCounts()[number],
          length);
    }
    file.requireInside(begin, length, layout.place(number));
    long rowBytes = (long) part.columns() * layout.pixelBytes();
    if (rowBytes > Layout.MOST_BLOCK_BYTES) {
      throw TiffRefusal.at("", "a row takes %,d bytes; write the file in tiles", rowBytes);
    }
    for (int row = 0; row < part.rows(); row++) {
      long pixel =
          (long) (part.row() - block.row() + row) * block.columns()
              + part.column()
              - block.column();
      long from = begin + pixel * layout.pixelBytes();
      copy(file.read(from, (int) rowBytes, layout.place(number)), 0, part, row);
    }
  }

  private ByteBuffer decode(int number, int rows) throws IOException, BadInputException {
    byte[] decoded = new byte[rows * layout.blockColumns() * layout.pixelBytes()];
    int length = layout.encodedBytes(number, decoded.length);
    byte[] encoded =
        file.read(layout.blocks().offsets()[number], length, layout.place(number)).array();
    int written;
    try {
      written = layout.codec().decode(encoded, decoded);
    } catch (CorruptBlockException corrupt) {
      throw TiffRefusal.at(layout.place(number), "%s", String.valueOf(corrupt.getMessage()));
    }
    if (written < decoded.length) {
      throw TiffRefusal.at(
          layout.place(number), "ends after %,d of %,d bytes", written, decoded.length);
    }
    ByteBuffer samples = ByteBuffer.wrap(decoded).order(file.order());
    ByteOrder order =
        layout
            .predictor()
            .undo(
                samples,
                rows,
                layout.blockColumns() * layout.pixelSamples(),
                layout.pixelSamples(),
                layout.type().bytes);
    return samples.order(order);
  }

  private void copy(ByteBuffer samples, int from, Window part, int row) {
    int to = target(part, row);
    int at = from;
    for (int i = 0; i < part.columns(); i++, at += layout.pixelBytes()) {
      values[to + i] = heights.of(layout.type().read(samples, at));
    }
  }

  private int target(Window part, int row) {
    return (part.row() - window.row() + row) * window.columns() + part.column() - window.column();
  }
}
