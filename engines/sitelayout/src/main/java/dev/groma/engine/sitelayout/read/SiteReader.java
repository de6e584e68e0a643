package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import dev.groma.engine.Unstoppable;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.dem.Dem;
import dev.groma.engine.sitelayout.Settings;
import dev.groma.engine.sitelayout.Warning;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.PositionXy;
import dev.groma.engine.sitelayout.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Reads the inputs of a run and makes a site of them. For one run. */
public final class SiteReader {

  private static final String BOUNDARY = "boundary";
  private static final String EXCLUSIONS = "exclusions";

  /** The elevation model. */
  static final String DEM = "dem";

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

  /**
   * Reads boundary, exclusions and elevation model.
   *
   * @throws BadInputException that says in which of them the problem is, where it is in one
   */
  public ReadSite read(Inputs inputs) throws IOException, EngineException {
    context.progress(0, "reading the boundary");
    SiteMap map = map(inputs.get(BOUNDARY), Role.BOUNDARY);
    Optional<Input> more = inputs.find(EXCLUSIONS);
    SiteMap exclusions =
        more.isPresent() ? map(more.get(), Role.EXCLUSION) : SiteMap.empty(map.crs());
    Optional<Input> dem = inputs.find(DEM);
    Dem model = dem.isPresent() ? model(dem.get()) : null;
    Crs mapCrs = CrsByCode.of("crs", map.crs());
    LocalFrame frame =
        FrameChoice.of(
            parameters.places().workingCrs(),
            mapCrs,
            model == null ? null : model.crs(),
            ToLocal.together(map.boundary()).getCentroid().getCoordinate());
    return site(frame, map, exclusions, model);
  }

  private SiteMap map(Input input, Role polygonsByDefault) throws IOException, EngineException {
    try {
      SiteMap map =
          SiteMapReader.read(input, parameters.places().crs(), polygonsByDefault, context);
      map.notes().forEach(note -> warnings.add(new Warning(input.name(), note)));
      return map;
    } catch (BadInputException wrong) {
      throw wrong.in(input.name());
    }
  }

  private Dem model(Input input) throws IOException, EngineException {
    try {
      Dem model = Dem.open(input, parameters.terrain().demCrs());
      model.notes().forEach(note -> warnings.add(new Warning("terrain", note)));
      return model;
    } catch (BadInputException wrong) {
      throw wrong.in(input.name());
    }
  }

  private ReadSite site(LocalFrame frame, SiteMap map, SiteMap exclusions, @Nullable Dem model)
      throws IOException, EngineException {
    ToLocal ofMap = new ToLocal(BOUNDARY, CrsByCode.of("crs", map.crs()), frame);
    ToLocal ofExclusions = new ToLocal(EXCLUSIONS, CrsByCode.of("crs", exclusions.crs()), frame);
    ToLocal ofParameters =
        new ToLocal("entry", CrsByCode.of("crs", parameters.places().crs()), frame);
    Geometry boundary = united(ofMap.moved(map.boundary()));
    List<Polygon> closed = new ArrayList<>(ofMap.moved(map.exclusions()));
    closed.addAll(ofExclusions.moved(exclusions.exclusions()));
    Coordinate entry = entry(map, ofMap, ofParameters);
    Site site =
        new Site(
            boundary,
            united(closed),
            entry == null ? nearestToTheMiddle(boundary) : entry,
            entry == null);
    context.progress(40, "reading the ground");
    TerrainReader.Terrain terrain = terrain(frame, boundary, model);
    warnings.addAll(Cover.check(boundary, terrain.working()));
    Settings settings =
        new SettingsReader(parameters)
            .read(
                map,
                ofMap,
                new ToLocal("fixedAssets", ofParameters.crs(), frame),
                terrain.source().error());
    return new ReadSite(
        frame, site, terrain.ground(), terrain.working(), terrain.source(), settings, warnings);
  }

  private TerrainReader.Terrain terrain(LocalFrame frame, Geometry boundary, @Nullable Dem model)
      throws IOException, EngineException {
    TerrainReader reader =
        new TerrainReader(
            frame,
            new Envelope(boundary.getEnvelopeInternal()),
            boundary.getArea(),
            parameters.terrain(),
            heap,
            context);
    return model == null ? reader.flat() : reader.of(model);
  }

  /** The one of the parameters, else the first of the map, else null. */
  private @Nullable Coordinate entry(SiteMap map, ToLocal ofMap, ToLocal ofParameters)
      throws BadInputException {
    PositionXy given = parameters.places().entry();
    if (given != null) {
      return ofParameters.point(given.x(), given.y());
    }
    if (map.entries().isEmpty()) {
      return null;
    }
    Coordinate first = map.entries().getFirst();
    return ofMap.point(first.x, first.y);
  }

  private static Coordinate nearestToTheMiddle(Geometry boundary) {
    return DistanceOp.nearestPoints(boundary.getBoundary(), boundary.getCentroid())[0];
  }

  /** Polygons that touch or overlap become one. */
  private Geometry united(List<Polygon> polygons) throws CancelledException {
    return Unstoppable.of(
        context, () -> UnaryUnionNG.union(ToLocal.together(polygons), new PrecisionModel()));
  }
}
