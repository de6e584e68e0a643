package dev.groma.engine.crs;

import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A coordinate reference system and the way from it to WGS84 and back.
 *
 * <p>Axis order as in the package description. Accuracy about 1 mm there and back. Found through
 * {@link CrsLookup}. Not thread-safe.
 */
public final class Crs {

  private static final CRSFactory FACTORY = new CRSFactory();

  private static final CoordinateReferenceSystem WGS84 =
      FACTORY.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");

  /** A step on the ground for directions and scales: far above rounding, far below curvature. */
  private static final double STEP_DEGREES = 1e-4;

  private final EpsgRegister.Entry entry;
  private final CoordinateReferenceSystem system;
  private final BasicCoordinateTransform toWgs84;
  private final BasicCoordinateTransform fromWgs84;

  private Crs(EpsgRegister.Entry entry, CoordinateReferenceSystem system) {
    this.entry = entry;
    this.system = system;
    toWgs84 = new BasicCoordinateTransform(system, WGS84);
    fromWgs84 = new BasicCoordinateTransform(WGS84, system);
  }

  /** What x and y are. */
  public enum Axes {
    /** Easting and northing, or longitude and latitude. */
    EAST_NORTH,
    /** Southing and westing, both positive: a mirror image of the map. */
    SOUTH_WEST
  }

  /** A system of the register; throws where Proj4J cannot use it. */
  static Crs of(EpsgRegister.Entry entry) throws Proj4jException {
    return new Crs(entry, FACTORY.createFromParameters(entry.code(), entry.parameters()));
  }

  /** Such as {@code EPSG:5514}. */
  public String code() {
    return entry.code();
  }

  /** The number in the EPSG dataset, such as 5514. */
  public int number() {
    return entry.number();
  }

  /** The name in the EPSG dataset, such as {@code WGS 84 / UTM zone 33N}. */
  public String name() {
    return entry.name();
  }

  /** What x and y are. */
  public Axes axes() {
    return Krovak.isSouthWest(entry.number()) ? Axes.SOUTH_WEST : Axes.EAST_NORTH;
  }

  /** Whether coordinates are degrees of longitude and latitude. */
  public boolean isGeographic() {
    return system.isGeographic();
  }

  /** How many metres the unit of a projected system is long; 1 for most. */
  public double metresPerUnit() {
    double perMetre = system.getProjection().getFromMetres();
    return 1 / perMetre;
  }

  /**
   * The system with x to the east and y to the north that has the same grid: itself for all but the
   * two south-west systems. There {@code [southing, westing]} becomes {@code [-westing,
   * -southing]}, see {@link #toEastNorth}.
   */
  public Crs eastNorth() {
    return switch (axes()) {
      case EAST_NORTH -> this;
      case SOUTH_WEST -> of(Krovak.ENTRIES.getFirst());
    };
  }

  /** A position of this system in that of {@link #eastNorth}. */
  public Position toEastNorth(double x, double y) {
    return switch (axes()) {
      case EAST_NORTH -> new Position(x, y);
      case SOUTH_WEST -> new Position(-y, -x);
    };
  }

  /**
   * Where a position lies in WGS84.
   *
   * @throws IllegalArgumentException when it is so far off that the projection has no answer
   */
  public LonLat toWgs84(double x, double y) {
    Position eastNorth = toEastNorth(x, y);
    ProjCoordinate result = transform(toWgs84, eastNorth.x(), eastNorth.y());
    return new LonLat(result.x, result.y);
  }

  /**
   * Where a place of WGS84 lies in this system.
   *
   * @throws IllegalArgumentException when it is so far off that the projection has no answer
   */
  public Position fromWgs84(LonLat place) {
    ProjCoordinate result = transform(fromWgs84, place.longitude(), place.latitude());
    return switch (axes()) {
      case EAST_NORTH -> new Position(result.x, result.y);
      case SOUTH_WEST -> new Position(-result.y, -result.x);
    };
  }

  private ProjCoordinate transform(BasicCoordinateTransform way, double x, double y) {
    ProjCoordinate result = new ProjCoordinate();
    try {
      way.transform(new ProjCoordinate(x, y), result);
    } catch (Proj4jException e) {
      throw new IllegalArgumentException(outside(x, y), e);
    }
    if (!Double.isFinite(result.x) || !Double.isFinite(result.y)) {
      throw new IllegalArgumentException(outside(x, y));
    }
    return result;
  }

  private String outside(double x, double y) {
    return "[" + x + ", " + y + "] lies outside of where " + code() + " can be used";
  }

  /**
   * The grid convergence: degrees from grid north (the y axis) counterclockwise to true north, the
   * sign that surveyors use: positive where grid north lies east of true north. In the south-west
   * systems that of {@link #eastNorth}.
   *
   * @throws IllegalArgumentException as {@link #toWgs84}
   */
  public double convergence(double x, double y) {
    LonLat here = toWgs84(x, y);
    Position from = eastNorthOf(new LonLat(here.longitude(), here.latitude() - STEP_DEGREES));
    Position to = eastNorthOf(new LonLat(here.longitude(), here.latitude() + STEP_DEGREES));
    return Math.toDegrees(Math.atan2(-(to.x() - from.x()), to.y() - from.y()));
  }

  /**
   * How many metres of this system a metre on the ground is long here, along the meridian: within
   * 0.001 of 1 for systems meant for surveying, 1.56 for EPSG:3857 at 50 degrees north.
   *
   * @throws IllegalArgumentException as {@link #toWgs84}
   */
  public double scale(double x, double y) {
    LonLat here = toWgs84(x, y);
    Position from = eastNorthOf(new LonLat(here.longitude(), here.latitude() - STEP_DEGREES));
    Position to = eastNorthOf(new LonLat(here.longitude(), here.latitude() + STEP_DEGREES));
    double onMap = Math.hypot(to.x() - from.x(), to.y() - from.y()) * metresPerUnit();
    return onMap / (2 * STEP_DEGREES * metresPerDegree(here.latitude()));
  }

  private Position eastNorthOf(LonLat place) {
    Position here = fromWgs84(place);
    return toEastNorth(here.x(), here.y());
  }

  /** Of latitude on WGS84, by the usual series; within 0.1 m. */
  private static double metresPerDegree(double latitude) {
    double phi = Math.toRadians(latitude);
    return 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
  }

  /** The UTM zone of a place, such as {@code EPSG:32633}; without the exceptions of Norway. */
  public static String utmCode(LonLat place) {
    int zone = Math.clamp((int) Math.floor((place.longitude() + 180) / 6) + 1, 1, 60);
    return "EPSG:" + ((place.latitude() < 0 ? 32700 : 32600) + zone);
  }

  @Override
  public String toString() {
    return code();
  }
}
