package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.sitefit.RotationRange;
import dev.groma.engine.sitefit.fit.InnerFit;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import java.util.List;

/**
 * Moves and turns a placement a little until nothing near it is better: the rotation by golden
 * section over half a step of the grid to both sides, and at each rotation the position by pattern
 * search. The result is never worse than what came in.
 */
final class Refinement {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Sections of the golden rule: half a degree comes down to a ten-thousandth. */
  private static final int SECTIONS = 16;

  /** The largest step of half a grid's step in which the score is taken to have one peak. */
  private static final double WIDEST = 0.5;

  /** First and last step of the pattern, in metres. */
  private static final double FIRST_STEP = 0.25;

  private static final double LAST_STEP = 1e-5;

  /**
   * Directions of the pattern, and by how much it turns from step to step: a ridge that runs
   * between two directions is met sooner or later.
   */
  private static final int DIRECTIONS = 8;

  private static final double TURN = Math.PI * (3 - Math.sqrt(5));

  private final Space space;
  private final Scoring scoring;
  private final RotationRange range;
  private final List<Found> taken;

  /**
   * Refinement beside placements taken.
   *
   * @param taken from which the result differs as its start does
   */
  Refinement(Space space, Scoring scoring, RotationRange range, List<Found> taken) {
    this.space = space;
    this.scoring = scoring;
    this.range = range;
    this.taken = taken;
  }

  Found refine(Found start) throws CancelledException {
    Found best = climb(start, space.terrain(scoring, start.house(), taken));
    double half = Math.min(range.step() / 2, WIDEST);
    double low = start.degrees() - half;
    double high = start.degrees() + half;
    if (!range.isFullTurn()) {
      low = Math.max(low, range.min());
      high = Math.min(high, range.max());
    }
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    Found atLeft = near(best, left);
    Found atRight = near(best, right);
    for (int i = 0; i < SECTIONS && high > low; i++) {
      space.context().checkCancelled();
      best = better(better(best, atLeft), atRight);
      if (atLeft.score() > atRight.score()) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = near(best, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = near(best, right);
      }
    }
    return better(better(best, atLeft), atRight);
  }

  private static Found better(Found one, Found other) {
    return other.score() > one.score() ? other : one;
  }

  /** The best position near another at a rotation; negative infinity where nothing fits. */
  private Found near(Found other, double degrees) {
    double turn = range.within(degrees);
    TurnedHouse turned = space.house().turned(Math.toRadians(turn));
    ScoreTerrain terrain = space.terrain(scoring, turned, taken);
    Found start =
        new Found(turn, turned, other.x(), other.y(), terrain.valueAt(other.x(), other.y()));
    if (start.score() > Double.NEGATIVE_INFINITY) {
      return climb(start, terrain);
    }
    Points vertices = InnerFit.of(space.region(), turned).vertices();
    double least = FIRST_STEP * FIRST_STEP;
    for (int i = 0; i < vertices.size(); i++) {
      double x = vertices.x(i);
      double y = vertices.y(i);
      double squared = (x - other.x()) * (x - other.x()) + (y - other.y()) * (y - other.y());
      if (squared < least) {
        least = squared;
        start = new Found(turn, turned, x, y, terrain.valueAt(x, y));
      }
    }
    return start.score() > Double.NEGATIVE_INFINITY ? climb(start, terrain) : start;
  }

  /** Pattern search from a position where the house fits. */
  private static Found climb(Found start, ScoreTerrain terrain) {
    double x = start.x();
    double y = start.y();
    double score = start.score();
    double phase = 0;
    for (double step = FIRST_STEP; step > LAST_STEP; phase += TURN) {
      boolean climbed = false;
      for (int i = 0; i < DIRECTIONS && !climbed; i++) {
        double direction = phase + 2 * Math.PI * i / DIRECTIONS;
        double nextX = x + step * Math.cos(direction);
        double nextY = y + step * Math.sin(direction);
        double next = terrain.valueAt(nextX, nextY);
        if (next > score) {
          x = nextX;
          y = nextY;
          score = next;
          climbed = true;
        }
      }
      step *= climbed ? 1 : 0.5;
    }
    return new Found(start.degrees(), start.house(), x, y, score);
  }
}
