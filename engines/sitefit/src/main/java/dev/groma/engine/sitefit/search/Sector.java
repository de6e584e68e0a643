package dev.groma.engine.sitefit.search;

import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import org.jspecify.annotations.Nullable;

/** Neighbouring ones among the rotations that are tried: a binary tree with one at each leaf. */
final class Sector {

  private final double degrees;
  private final double reach;
  private final double own;
  private final double most;
  private final @Nullable Sector lower;
  private final @Nullable Sector upper;
  private final House house;
  private @Nullable TurnedHouse turned;

  private Sector(double[] degrees, int from, int to, Scoring scoring, House house) {
    this.house = house;
    double middle = (degrees[from] + degrees[to]) / 2;
    int nearest = from;
    for (int i = from; i <= to; i++) {
      nearest = Math.abs(degrees[i] - middle) < Math.abs(degrees[nearest] - middle) ? i : nearest;
    }
    this.degrees = degrees[nearest];
    double turn = Math.max(degrees[to] - degrees[nearest], degrees[nearest] - degrees[from]);
    reach = house.radius() * Math.toRadians(turn);
    own = scoring.ofRotation(Math.toRadians(this.degrees));
    if (from == to) {
      lower = null;
      upper = null;
      most = own;
    } else {
      int last = from;
      while (degrees[last + 1] <= middle) {
        last++;
      }
      Sector low = new Sector(degrees, from, last, scoring, house);
      Sector high = new Sector(degrees, last + 1, to, scoring, house);
      lower = low;
      upper = high;
      most = Math.max(low.most, high.most);
    }
  }

  /** All of them, ascending and at least one. */
  static Sector of(double[] degrees, Scoring scoring, House house) {
    return new Sector(degrees, 0, degrees.length - 1, scoring, house);
  }

  /** The one in the middle. */
  double degrees() {
    return degrees;
  }

  /** How far a point of the house is at most from where it is at the one in the middle, metres. */
  double reach() {
    return reach;
  }

  /** What the one in the middle contributes to a score by itself. */
  double own() {
    return own;
  }

  /** The most that one of them contributes to a score by itself. */
  double most() {
    return most;
  }

  /** The lower half; null where there is but one rotation. */
  @Nullable Sector lower() {
    return lower;
  }

  /** The upper half; null where there is but one rotation. */
  @Nullable Sector upper() {
    return upper;
  }

  /** The house at the rotation in the middle. */
  TurnedHouse turned() {
    if (turned == null) {
      turned = house.turned(Math.toRadians(degrees));
    }
    return turned;
  }
}
