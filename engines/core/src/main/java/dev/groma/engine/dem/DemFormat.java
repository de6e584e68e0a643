package dev.groma.engine.dem;

/** The formats of elevation models. */
public enum DemFormat {
  GEOTIFF,
  ESRI_ASCII,
  HGT
}
