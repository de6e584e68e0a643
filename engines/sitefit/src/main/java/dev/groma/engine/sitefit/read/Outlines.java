package dev.groma.engine.sitefit.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Feature;
import dev.groma.engine.geojson.FeatureReader;
import dev.groma.engine.geojson.Features;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The polygons of one input.
 *
 * @param rings as written
 * @param polygons mended, in the same order
 * @param crs named in the document; null where it names none
 */
record Outlines(List<Geometry.Rings> rings, List<SoundPolygon> polygons, @Nullable String crs) {

  /**
   * Vertices of one input; chosen: cadastral outlines have tens, and time grows with the square.
   */
  static final int MOST_VERTICES = 2_000;

  /**
   * Reads an input. Problems are added with the input's name before their path.
   *
   * @return null after a problem
   */
  static @Nullable Outlines read(
      Input input, ProblemList problems, List<String> notes, EngineContext context)
      throws IOException, EngineException {
    Features features;
    try {
      features = FeatureReader.read(input, MOST_VERTICES, List.of(), context);
    } catch (BadInputException wrong) {
      wrong.problems().first().forEach(problem -> problems.add(named(input, problem)));
      return null;
    }
    ProblemList found = new ProblemList();
    List<String> mended = new ArrayList<>();
    List<Geometry.Rings> rings = rings(features, found);
    PolygonCheck check = new PolygonCheck(found, mended);
    List<SoundPolygon> polygons = new ArrayList<>();
    for (Geometry.Rings each : rings) {
      SoundPolygon polygon = check.check(each);
      if (polygon != null) {
        polygons.add(polygon);
      }
    }
    if (features.altitudes() > 0) {
      mended.add(
          "the altitudes of "
              + features.altitudes()
              + " vertices were left out; only x and y count");
    }
    mended.forEach(note -> notes.add(input.name() + ": " + note));
    if (!found.isEmpty()) {
      found.toProblems().first().forEach(problem -> problems.add(named(input, problem)));
      return null;
    }
    return new Outlines(rings, polygons, features.crs());
  }

  private static Problem named(Input input, Problem problem) {
    String path = problem.path().isEmpty() ? input.name() : input.name() + "." + problem.path();
    return new Problem(path, problem.line(), problem.column(), problem.message());
  }

  private static List<Geometry.Rings> rings(Features features, ProblemList problems) {
    List<Geometry.Rings> rings = new ArrayList<>();
    for (Feature feature : features.all()) {
      for (Geometry geometry : feature.geometries()) {
        switch (geometry) {
          case Geometry.Polygons polygons -> rings.addAll(polygons.polygons());
          case Geometry.Lines lines ->
              problems.add(feature.place().problem("must be a polygon, was a line"));
          case Geometry.PointSet points ->
              problems.add(feature.place().problem("must be a polygon, was a point"));
        }
      }
    }
    return rings;
  }
}
