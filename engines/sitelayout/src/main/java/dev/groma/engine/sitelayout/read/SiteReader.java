package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import dev.groma.engine.Problem;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.crs.Position;
import dev.groma.engine.dem.Dem;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.Settings;
import dev.groma.engine.sitelayout.Warning;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.earthworks.PadElevation;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.PositionXy;
import dev.groma.engine.sitelayout.placement.Program;
import dev.groma.engine.sitelayout.placement.Rules;
import dev.groma.engine.sitelayout.site.CellFill;
import dev.groma.engine.sitelayout.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Reads the inputs of a run and makes a site of them. For one run. */
public final class SiteReader {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A CRS whose metres are wrong by more than this is no CRS for volumes: 0.1 % is UTM's own. */
  private static final double SCALE_TOLERANCE = 0.0015;

  private final SiteLayoutParameters parameters;
  private final long heap;
  private final EngineContext context;
  private final List<Warning> warnings = new ArrayList<>();

  /**
   * A reader.
   *
   * @param heap bytes that the program may take in all
   */
  public SiteReader(SiteLayoutParameters parameters, long heap, EngineContext context) {
    this.parameters = parameters;
    this.heap = heap;
    this.context = context;
  }

  /** Reads boundary, exclusions and elevation model. */
  public ReadSite read(Inputs inputs) throws IOException, EngineException {
    context.progress(0, "reading the boundary");
    SiteMap map =
        SiteMapReader.read(
            inputs.get("boundary"), parameters.places().crs(), Role.BOUNDARY, context);
    Optional<Input> more = inputs.find("exclusions");
    SiteMap exclusions =
        more.isPresent()
            ? SiteMapReader.read(more.get(), parameters.places().crs(), Role.EXCLUSION, context)
            : new SiteMap(map.crs(), List.of(), List.of(), List.of(), List.of(), List.of());
    map.notes().forEach(note -> warnings.add(new Warning("boundary", note)));
    exclusions.notes().forEach(note -> warnings.add(new Warning("exclusions", note)));
    Optional<Input> dem = inputs.find("dem");
    Dem model = dem.isPresent() ? Dem.open(dem.get(), parameters.terrain().demCrs()) : null;
    Crs mapCrs = crs("crs", map.crs());
    if (model != null) {
      model.notes().forEach(note -> warnings.add(new Warning("terrain", note)));
    }
    LocalFrame frame = frame(map, mapCrs, model == null ? null : model.crs());
    return site(frame, map, mapCrs, exclusions, model);
  }

  private ReadSite site(
      LocalFrame frame, SiteMap map, Crs mapCrs, SiteMap exclusions, @Nullable Dem model)
      throws IOException, EngineException {
    Geometry boundary = union(map.boundary(), mapCrs, frame);
    List<Polygon> closed = new ArrayList<>();
    addAll(closed, union(map.exclusions(), mapCrs, frame));
    addAll(closed, union(exclusions.exclusions(), crs("crs", exclusions.crs()), frame));
    Geometry allClosed = UnaryUnionNG.union(multi(closed), new PrecisionModel());
    PositionXy given = parameters.places().entry();
    Coordinate entry =
        given != null
            ? local(given.x(), given.y(), crs("crs", parameters.places().crs()), frame)
            : map.entries().isEmpty()
                ? null
                : local(map.entries().getFirst().x, map.entries().getFirst().y, mapCrs, frame);
    Site site =
        new Site(
            boundary, allClosed, entry == null ? assumedEntry(boundary) : entry, entry == null);
    Envelope box = new Envelope(boundary.getEnvelopeInternal());
    TerrainReader reader =
        new TerrainReader(frame, box, boundary.getArea(), parameters.terrain(), heap, context);
    context.progress(40, "reading the ground");
    TerrainReader.Terrain terrain = model == null ? reader.flat() : reader.of(model);
    checkCover(boundary, terrain);
    return new ReadSite(
        frame,
        site,
        terrain.ground(),
        terrain.working(),
        terrain.source(),
        settings(frame, map, mapCrs, terrain),
        warnings);
  }

  /** Ground that is missing inside the boundary: little is a warning, much is a mistake. */
  private void checkCover(Geometry boundary, TerrainReader.Terrain terrain)
      throws BadInputException {
    Raster raster = terrain.working().raster();
    double cell = raster.cellX() * raster.cellY();
    BitSet inside = CellFill.of(boundary, raster);
    int unknown = 0;
    for (int at = inside.nextSetBit(0); at >= 0; at = inside.nextSetBit(at + 1)) {
      unknown += Float.isNaN(terrain.working().z(at)) ? 1 : 0;
    }
    double missing = unknown * cell;
    if (missing > 0.02 * boundary.getArea()) {
      throw new BadInputException(
          Problem.at(
              "terrain.dem",
              "the elevation model leaves "
                  + new Decimals(2).format(missing / 10_000)
                  + " ha of the site without elevations ("
                  + Math.max(1, Math.round(100 * missing / boundary.getArea()))
                  + " %): take a larger one, or draw the boundary inside of it"));
    }
    if (missing > 0) {
      warnings.add(
          new Warning(
              "terrain",
              "the elevation model has no data on "
                  + Math.round(missing)
                  + " m2 of the site; nothing is built there"));
    }
  }

  private static Coordinate assumedEntry(Geometry boundary) {
    Point middle = boundary.getCentroid();
    return DistanceOp.nearestPoints(boundary.getBoundary(), middle)[0];
  }

  /** The CRS asked for, else the model's or the map's where its metres are metres, else UTM. */
  private LocalFrame frame(SiteMap map, Crs mapCrs, @Nullable Crs modelCrs)
      throws BadInputException {
    Coordinate middle = multi(map.boundary()).getCentroid().getCoordinate();
    LonLat centre = wgs84("boundary", mapCrs, middle.x, middle.y);
    String asked = parameters.places().workingCrs();
    Crs crs;
    if (asked != null) {
      crs = crs("workingCrs", asked);
      if (!isForVolumes(crs, centre)) {
        throw new BadInputException(
            Problem.at(
                "workingCrs",
                crs.code()
                    + " cannot be used to measure here: its unit is not a metre on the ground"
                    + " within 0.15 %; leave it out, or take "
                    + Crs.utmCode(centre)));
      }
    } else if (modelCrs != null && isForVolumes(modelCrs, centre)) {
      crs = modelCrs;
    } else if (modelCrs == null && isForVolumes(mapCrs, centre)) {
      crs = mapCrs;
    } else {
      crs = crs("workingCrs", Crs.utmCode(centre));
    }
    Position at = crs.fromWgs84(centre);
    return new LocalFrame(crs, Math.rint(at.x()), Math.rint(at.y()));
  }

  private static boolean isForVolumes(Crs crs, LonLat centre) {
    if (crs.isGeographic() || crs.axes() != Crs.Axes.EAST_NORTH || crs.metresPerUnit() != 1) {
      return false;
    }
    Position at = crs.fromWgs84(centre);
    return Math.abs(crs.scale(at.x(), at.y()) - 1) <= SCALE_TOLERANCE;
  }

  private static Crs crs(String path, String code) throws BadInputException {
    return switch (CrsLookup.of(code)) {
      case CrsLookup.Found found -> found.crs();
      case CrsLookup.Refused refused ->
          throw new BadInputException(Problem.at(path, refused.message()));
    };
  }

  private static LonLat wgs84(String path, Crs crs, double x, double y) throws BadInputException {
    try {
      return crs.toWgs84(x, y);
    } catch (IllegalArgumentException outside) {
      throw new BadInputException(
          Problem.at(path, String.valueOf(outside.getMessage()) + "; set crs to the right one"));
    }
  }

  private static Coordinate local(double x, double y, Crs crs, LocalFrame frame)
      throws BadInputException {
    if (crs.number() == frame.crs().number()) {
      return frame.toLocal(x, y);
    }
    try {
      return frame.toLocal(crs.toWgs84(x, y));
    } catch (IllegalArgumentException outside) {
      throw new BadInputException(
          Problem.at("", String.valueOf(outside.getMessage()) + "; set crs to the right one"));
    }
  }

  private static Geometry union(List<Polygon> polygons, Crs crs, LocalFrame frame)
      throws BadInputException {
    List<Polygon> all = new ArrayList<>();
    for (Polygon polygon : polygons) {
      Polygon moved = (Polygon) polygon.copy();
      ToLocal way = new ToLocal(crs, frame);
      moved.apply(way);
      if (way.failed != null) {
        throw way.failed;
      }
      all.add(moved);
    }
    return UnaryUnionNG.union(multi(all), new PrecisionModel());
  }

  private static void addAll(List<Polygon> polygons, Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
  }

  private static Geometry multi(List<Polygon> polygons) {
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Moves every vertex into the local frame. */
  private static final class ToLocal implements CoordinateSequenceFilter {

    private final Crs crs;
    private final LocalFrame frame;
    private @Nullable BadInputException failed;

    ToLocal(Crs crs, LocalFrame frame) {
      this.crs = crs;
      this.frame = frame;
    }

    @Override
    public void filter(CoordinateSequence points, int i) {
      try {
        Coordinate at = local(points.getX(i), points.getY(i), crs, frame);
        points.setOrdinate(i, CoordinateSequence.X, at.x);
        points.setOrdinate(i, CoordinateSequence.Y, at.y);
      } catch (BadInputException outside) {
        failed = outside;
      }
    }

    @Override
    public boolean isDone() {
      return failed != null;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }

  private Settings settings(
      LocalFrame frame, SiteMap map, Crs mapCrs, TerrainReader.Terrain terrain)
      throws BadInputException {
    Catalogue catalogue = new Catalogue(parameters.catalogue());
    List<Program.Wanted> counted = new ArrayList<>();
    List<AssetType> filling = new ArrayList<>();
    for (SiteLayoutParameters.AssetRequest request : parameters.assets()) {
      AssetType type = catalogue.find(request.type()).orElseThrow();
      if (request.count() != null) {
        counted.add(new Program.Wanted(type, request.count()));
      } else if (type.generates()) {
        filling.add(type);
      } else {
        counted.add(new Program.Wanted(type, 1));
      }
    }
    return new Settings(
        new Program(counted, filling, parameters.targetCapacityKw()),
        fixed(frame, map, mapCrs, catalogue),
        new Rules(parameters.exclusionBufferMetres()),
        parameters.roads(),
        parameters.earthworks().toRules(),
        terrain.source().error());
  }

  private List<Settings.Fixed> fixed(LocalFrame frame, SiteMap map, Crs mapCrs, Catalogue catalogue)
      throws BadInputException {
    List<Settings.Fixed> all = new ArrayList<>();
    Crs crs = crs("crs", parameters.places().crs());
    for (SiteLayoutParameters.FixedAsset fixed : parameters.fixedAssets()) {
      Coordinate at = local(fixed.position().x(), fixed.position().y(), crs, frame);
      AssetType type = catalogue.find(fixed.type()).orElseThrow();
      Footprint footprint = new Footprint(at.x, at.y, fixed.rotationDegrees(), fixed.size());
      Double elevation = fixed.elevationMetres();
      PadElevation rule =
          parameters.earthworks().elevation(fixed.elevation(), elevation == null ? 0 : elevation);
      all.add(new Settings.Fixed(new Asset(fixed.id(), type, footprint, true), rule));
    }
    int number = 0;
    for (Coordinate substation : map.substations()) {
      Coordinate at = local(substation.x, substation.y, mapCrs, frame);
      AssetType type = catalogue.find(Catalogue.SUBSTATION).orElseThrow();
      String id = "map-substation-" + ++number;
      Footprint footprint = new Footprint(at.x, at.y, 0, type.size());
      all.add(
          new Settings.Fixed(
              new Asset(id, type, footprint, true),
              parameters.earthworks().toRules().padElevation()));
    }
    return all;
  }
}
