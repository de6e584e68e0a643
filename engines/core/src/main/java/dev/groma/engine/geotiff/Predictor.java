package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What was done to the samples of a row before compression; undone here, in place. */
enum Predictor {
  NONE,
  /** Differences of samples, TIFF 6.0 section 14. */
  HORIZONTAL,
  /** Differences of bytes, sorted by significance, Adobe's TIFF technical note 3. */
  FLOATING_POINT;

  static Predictor of(long number, SampleType type) throws BadInputException {
    Predictor predictor =
        switch ((int) number) {
          case 1 -> NONE;
          case 2 -> HORIZONTAL;
          case 3 -> FLOATING_POINT;
          default -> throw TiffRefusal.at("Predictor", "must be 1, 2 or 3, was %d", number);
        };
    if (predictor == FLOATING_POINT && !type.isFloat()) {
      throw TiffRefusal.at("Predictor", "3 is for floating-point numbers, these are whole");
    }
    return predictor;
  }

  /**
   * Undoes it.
   *
   * @param block rows of so many samples
   * @param samples of a row
   * @param stride samples of a pixel
   * @return the order of the bytes afterwards
   */
  ByteOrder undo(ByteBuffer block, int rows, int samples, int stride, int bytes) {
    switch (this) {
      case NONE -> {}
      case HORIZONTAL -> {
        for (int row = 0; row < rows; row++) {
          add(block, row * samples * bytes, samples, stride, bytes);
        }
      }
      case FLOATING_POINT -> {
        byte[] planes = new byte[samples * bytes];
        for (int row = 0; row < rows; row++) {
          unsort(block, row * planes.length, planes, stride, bytes);
        }
        return ByteOrder.BIG_ENDIAN;
      }
    }
    return block.order();
  }

  private static void add(ByteBuffer block, int start, int samples, int stride, int bytes) {
    int back = stride * bytes;
    int end = start + samples * bytes;
    for (int at = start + back; at < end; at += bytes) {
      switch (bytes) {
        case 1 -> block.put(at, (byte) (block.get(at) + block.get(at - back)));
        case 2 -> block.putShort(at, (short) (block.getShort(at) + block.getShort(at - back)));
        case 4 -> block.putInt(at, block.getInt(at) + block.getInt(at - back));
        default -> block.putLong(at, block.getLong(at) + block.getLong(at - back));
      }
    }
  }

  private static void unsort(ByteBuffer block, int start, byte[] planes, int stride, int bytes) {
    block.get(start, planes);
    for (int i = stride; i < planes.length; i++) {
      planes[i] += planes[i - stride];
    }
    int samples = planes.length / bytes;
    for (int sample = 0; sample < samples; sample++) {
      for (int plane = 0; plane < bytes; plane++) {
        block.put(start + sample * bytes + plane, planes[plane * samples + sample]);
      }
    }
  }
}
