package dev.groma.engine.rooms.classify;

import dev.groma.engine.rooms.EffectiveParameters.WallThicknessSource;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.RoomParameters;
import dev.groma.engine.rooms.WallPlan;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;
import dev.groma.engine.rooms.flat.DisjointSets;
import dev.groma.engine.rooms.noding.Frame;

/** What every face is. Immutable. */
public final class Classification {

  /**
   * Where the plan does not show how thick its walls are, 0.5 m: the thickest outer wall of a
   * dwelling.
   */
  static final double DEFAULT_LIMIT_METRES = 0.5;

  /**
   * A thin face is a wall when the rooms beside it are lined by this share or more. Chosen: a room
   * with closets along two opposite sides has 0.6, one with three walls drawn double and one single
   * 0.75.
   */
  private static final double MIN_NEIGHBOUR_LINING = 0.7;

  /** A thin face beside no room is a wall when it is this many times as long as thick. Chosen. */
  private static final double MIN_FREE_ELONGATION = 4;

  private final FaceKind[] kinds;
  private final boolean[] isInvalid;
  private final double wallThickness;
  private final WallThicknessSource source;

  private Classification(
      FaceKind[] kinds, boolean[] isInvalid, double wallThickness, WallThicknessSource source) {
    this.kinds = kinds;
    this.isInvalid = isInvalid;
    this.wallThickness = wallThickness;
    this.source = source;
  }

  /**
   * Classifies all faces.
   *
   * @param tolerance effective snapping, in units of the frame
   */
  public static Classification of(
      Faces faces,
      Sizes sizes,
      WallPlan plan,
      RoomParameters parameters,
      Frame frame,
      double tolerance) {
    FaceTable table = new FaceTable(faces, sizes, plan);
    boolean[] isBody = new boolean[table.count()];
    double limit;
    WallThicknessSource source;
    if (parameters.maxWallThickness() != null) {
      limit = frame.toLocalLength(parameters.maxWallThickness());
      source = WallThicknessSource.GIVEN;
      isBody = limit > 0 ? thin(table, limit + tolerance) : isBody;
    } else {
      double cap = cap(parameters, frame) + tolerance;
      limit = ThicknessLimit.derive(table, cap);
      boolean isDerived = limit > 0;
      if (!isDerived && cap < Double.POSITIVE_INFINITY) {
        limit = cap;
      }
      boolean any = keepWitnessed(table, thin(table, limit), isDerived, isBody);
      source = any ? WallThicknessSource.DERIVED : WallThicknessSource.SINGLE_LINE;
      limit = any ? limit : 0;
    }
    double minArea = parameters.minRoomArea() / frame.toPlanArea(1);
    FaceKind[] kinds = new FaceKind[table.count()];
    boolean[] isInvalid = new boolean[table.count()];
    for (int face = 0; face < kinds.length; face++) {
      isInvalid[face] = table.thickness(face) <= tolerance;
      FaceKind open = sizes.area(face) < minArea ? FaceKind.TOO_SMALL : FaceKind.ROOM;
      kinds[face] = isBody[face] ? FaceKind.WALL_BODY : open;
    }
    return new Classification(kinds, isInvalid, limit, source);
  }

  private static double cap(RoomParameters parameters, Frame frame) {
    return parameters.unit().metres().isPresent()
        ? frame.toLocalLength(DEFAULT_LIMIT_METRES / parameters.unit().metres().getAsDouble())
        : Double.POSITIVE_INFINITY;
  }

  private static boolean[] thin(FaceTable table, double limit) {
    boolean[] isThin = new boolean[table.count()];
    for (int face = 0; face < isThin.length; face++) {
      isThin[face] = table.thickness(face) <= limit && !table.isBetweenCentreLines(face);
    }
    return isThin;
  }

  /**
   * Of the thin faces, keeps the groups (faces that share edges) that line the rooms beside them.
   *
   * @param isDerived whether the plan as a whole was found to be drawn double
   * @return whether any was kept
   */
  private static boolean keepWitnessed(
      FaceTable table, boolean[] isThin, boolean isDerived, boolean[] isBody) {
    int count = table.count();
    double[] lined = new double[count];
    DisjointSets groups = new DisjointSets(count);
    table.visitContacts((first, second, length) -> {
      if (isThin[first] && isThin[second]) {
        groups.join(first, second);
      } else if (isThin[first] != isThin[second]) {
        lined[isThin[first] ? second : first] += length;
      }
    });
    double[] contact = new double[count];
    double[] witnessed = new double[count];
    double[] area = new double[count];
    double[] perimeter = new double[count];
    for (int face = 0; face < count; face++) {
      area[groups.find(face)] += table.sizes().area(face);
      perimeter[groups.find(face)] += table.sizes().perimeter(face);
    }
    table.visitContacts((first, second, length) -> {
      if (isThin[first] != isThin[second]) {
        int room = isThin[first] ? second : first;
        int group = groups.find(isThin[first] ? first : second);
        contact[group] += length;
        witnessed[group] += length * lined[room] / table.sizes().perimeter(room);
      } else if (isThin[first]) {
        perimeter[groups.find(first)] -= 2 * length;
      }
    });
    boolean any = false;
    for (int face = 0; face < count; face++) {
      int group = groups.find(face);
      boolean isWitnessed =
          contact[group] > 0
              ? witnessed[group] >= MIN_NEIGHBOUR_LINING * contact[group]
              : isDerived
                  || FaceTable.elongation(area[group], perimeter[group]) >= MIN_FREE_ELONGATION;
      isBody[face] = isThin[face] && isWitnessed;
      any |= isBody[face];
    }
    return any;
  }

  /** What a face is; meaningless when it {@link #isInvalid}. */
  public FaceKind kind(int face) {
    return kinds[face];
  }

  /** Whether a face is so thin that snapping alone decides whether it is there. */
  public boolean isInvalid(int face) {
    return isInvalid[face];
  }

  /** Whether a face is a valid one of a kind. */
  public boolean is(FaceKind kind, int face) {
    return kinds[face] == kind && !isInvalid[face];
  }

  /** The limit applied, in units of the frame; 0 when there are no wall bodies. */
  public double wallThickness() {
    return wallThickness;
  }

  /** Where the limit comes from. */
  public WallThicknessSource wallThicknessSource() {
    return source;
  }
}
