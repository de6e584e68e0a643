package dev.groma.engine.sitefit.search;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.Sounding;
import java.util.Arrays;

/**
 * The largest circle in a parcel that a house leaves free: branch and bound over squares in which
 * its middle may lie. What is learnt of the parcel is kept from question to question, in a quadtree
 * that grows where middles were looked for. Not for more than one thread.
 */
final class Garden {

  private final DistanceField parcel;

  /** Of each square: its middle, half its side, and how far the middle lies inside the parcel. */
  private double[] x = new double[256];

  private double[] y = new double[256];
  private double[] half = new double[256];
  private Sounding[] inside = new Sounding[256];

  /** No point of the square lies farther inside the parcel. */
  private double[] most = new double[256];

  /** The first of its four quarters, which follow each other; 0 before it was quartered. */
  private int[] quarters = new int[256];

  private int size;

  /** Squares that may hold the middle of a larger circle than the best. */
  private final SquareQueue open = new SquareQueue();

  private double bestX;
  private double bestY;
  private double best;

  Garden(DistanceField parcel) {
    this.parcel = parcel;
    Bounds around = parcel.shape().bounds();
    add(
        (around.minX() + around.maxX()) / 2,
        (around.minY() + around.maxY()) / 2,
        around.extent() / 2);
  }

  /**
   * A circle that is free.
   *
   * @param radius its radius; 0 where none was found
   * @param bound no free circle has a larger radius
   */
  record Free(double x, double y, double radius, double bound) {

    Free withBound(double other) {
      return new Free(x, y, radius, other);
    }
  }

  /**
   * How much there is to know.
   *
   * @param precision by how much the bound may exceed the radius
   * @param floor larger bounds need not be told from this one
   * @param enough a circle larger than this is as good as the largest
   * @param effort squares after which radius and bound may be farther apart: in strips around a
   *     house that hardly fits there are circles of the same size everywhere
   */
  record Question(double precision, double floor, double enough, int effort) {}

  /**
   * Looks for the largest free circle.
   *
   * @param px of the house's pivot
   * @param py of the house's pivot
   * @param hint a guess of its middle
   */
  Free largest(TurnedHouse house, double px, double py, Free hint, Question question) {
    bestX = hint.x;
    bestY = hint.y;
    best =
        Math.max(
            0,
            Math.min(
                parcel.signedDistance(hint.x, hint.y),
                house.signedDistanceTo(hint.x - px, hint.y - py)));
    open.clear();
    open.add(0, most[0]);
    double bound = most[0];
    for (int looked = 0;
        looked < question.effort
            && best <= question.enough
            && bound > Math.max(best + question.precision, question.floor);
        looked++) {
      lookInto(open.remove(), bound, house, px, py);
      bound = open.isEmpty() ? best : open.highest();
    }
    return new Free(bestX, bestY, best, Math.max(bound, best));
  }

  /** Looks at the quarters of a square. */
  private void lookInto(int square, double bound, TurnedHouse house, double px, double py) {
    quarter(square);
    double quarter = half[square] / 2;
    double reach = quarter * Math.sqrt(2);
    double mostOfAll = 0;
    for (int i = quarters[square]; i < quarters[square] + 4; i++) {
      mostOfAll = Math.max(mostOfAll, most[i]);
      if (most[i] > best) {
        Sounding toHouse = house.sounding(x[i] - px, y[i] - py);
        double free = Math.min(inside[i].distance(), toHouse.distance());
        if (free > best) {
          best = free;
          bestX = x[i];
          bestY = y[i];
        }
        double above = Math.min(bound, Math.min(most[i], toHouse.distance() + reach));
        if (above > best && free > 2 * reach) {
          above = Math.min(above, Sounding.mostBetween(inside[i], toHouse, quarter));
        }
        if (above > best) {
          open.add(i, above);
        }
      }
    }
    most[square] = Math.min(most[square], mostOfAll);
  }

  private void quarter(int square) {
    if (quarters[square] == 0) {
      quarters[square] = size;
      double quarter = half[square] / 2;
      for (int i = 0; i < 4; i++) {
        add(
            x[square] + (i % 2 == 0 ? -quarter : quarter),
            y[square] + (i < 2 ? -quarter : quarter),
            quarter);
      }
    }
  }

  private void add(double middleX, double middleY, double halfSide) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      half = Arrays.copyOf(half, 2 * size);
      inside = Arrays.copyOf(inside, 2 * size);
      most = Arrays.copyOf(most, 2 * size);
      quarters = Arrays.copyOf(quarters, 2 * size);
    }
    x[size] = middleX;
    y[size] = middleY;
    half[size] = halfSide;
    inside[size] = parcel.sounding(middleX, middleY);
    most[size] = parcel.mostWithin(middleX, middleY, inside[size], halfSide);
    size++;
  }
}
