package dev.groma.engine.dem;

/** How long a degree is on WGS84, in metres; by the usual series, within 0.1 m. */
final class DegreeLength {

  private DegreeLength() {}

  static double ofLatitude(double latitude) {
    double phi = Math.toRadians(latitude);
    return 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
  }

  static double ofLongitude(double latitude) {
    double phi = Math.toRadians(latitude);
    return 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
  }
}
