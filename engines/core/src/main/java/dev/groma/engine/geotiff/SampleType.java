package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import java.nio.ByteBuffer;

/** How one height is stored. */
enum SampleType {
  UINT8(1),
  UINT16(2),
  UINT32(4),
  INT8(1),
  INT16(2),
  INT32(4),
  FLOAT32(4),
  FLOAT64(8);

  final int bytes;

  SampleType(int bytes) {
    this.bytes = bytes;
  }

  /** By SampleFormat and BitsPerSample; what nobody uses for heights is refused. */
  static SampleType of(long format, long bits) throws BadInputException {
    SampleType type =
        switch ((int) format * 1000 + (int) bits) {
          case 1008 -> UINT8;
          case 1016 -> UINT16;
          case 1032 -> UINT32;
          case 2008 -> INT8;
          case 2016 -> INT16;
          case 2032 -> INT32;
          case 3032 -> FLOAT32;
          case 3064 -> FLOAT64;
          default -> null;
        };
    if (type == null) {
      String kind =
          switch ((int) format) {
            case 1 -> "unsigned whole numbers";
            case 2 -> "whole numbers";
            case 3 -> "floating-point numbers";
            case 5, 6 -> "complex numbers";
            default -> "values of the format " + format;
          };
      throw TiffRefusal.at(
          "BitsPerSample",
          "%s of %d bits are not read; convert with gdal_translate -ot Float32",
          kind,
          bits);
    }
    return type;
  }

  boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64;
  }

  double read(ByteBuffer buffer, int at) {
    return switch (this) {
      case UINT8 -> Byte.toUnsignedInt(buffer.get(at));
      case UINT16 -> Short.toUnsignedInt(buffer.getShort(at));
      case UINT32 -> Integer.toUnsignedLong(buffer.getInt(at));
      case INT8 -> buffer.get(at);
      case INT16 -> buffer.getShort(at);
      case INT32 -> buffer.getInt(at);
      case FLOAT32 -> buffer.getFloat(at);
      case FLOAT64 -> buffer.getDouble(at);
    };
  }
}
