package dev.groma.engine.sitelayout.earthworks;

import java.util.Arrays;

/**
 * Integrals over parts of one unit cell of a function that is bilinear in it: h(u, v) = a + b u + c
 * v + e u v.
 *
 * <p>A part of the cell is given by its edges, one after another, counterclockwise: each adds the
 * integral over the region between itself and the cell's lower side, with the sign of its direction
 * (Green's theorem). Rings of any shape work, and so do rings that run along themselves, as
 * clipping makes them.
 *
 * <p>All integrals are closed forms. Below an edge h is linear in v, so its positive part is a
 * trapezium or a triangle; along u what is left is a polynomial, or a square over a linear
 * function, whose integral is a logarithm. Where the denominator hardly varies the logarithm would
 * cancel, and a quadrature of 12th order is exact to rounding.
 */
final class CellIntegral {

  /** Abscissas and weights of Gauss and Legendre on 0..1, two points: exact to degree 3. */
  private static final double GAUSS2 = 0.5 / Math.sqrt(3);

  /** Six points on -1..1, the positive halves: exact to degree 11. */
  private static final double[] GAUSS6_AT = {
    0.2386191860831969086, 0.6612093864662645137, 0.9324695142031520278
  };

  private static final double[] GAUSS6_WEIGHT = {
    0.4679139345726910473, 0.3607615730481386076, 0.1713244923791703450
  };

  /**
   * Where the denominator's ends differ by less than this factor, six points leave a relative error
   * below 1e-9 of a term that is itself a fraction of the cell: the pole lies three half-lengths
   * away, and the error falls as 5.8 to the power of -12.
   */
  private static final double HARDLY_VARIES = 2;

  private final double[] breaks = new double[5];
  private double a;
  private double b;
  private double c;
  private double e;
  private boolean mixed;
  private double net;
  private double above;
  private double area;

  /** Begins a cell: values of h at its corners, named by u and v. */
  void begin(double h00, double h10, double h01, double h11) {
    a = h00;
    b = h10 - h00;
    c = h01 - h00;
    e = h11 - h10 - h01 + h00;
    boolean positive = h00 > 0 || h10 > 0 || h01 > 0 || h11 > 0;
    boolean negative = h00 < 0 || h10 < 0 || h01 < 0 || h11 < 0;
    mixed = positive && negative;
    net = 0;
    above = 0;
    area = 0;
  }

  /** The whole cell. */
  void addAll() {
    addEdge(1, 1, 0, 1);
  }

  /** An edge of the part, counterclockwise around it. */
  void addEdge(double u0, double v0, double u1, double v1) {
    if (u0 == u1) {
      return;
    }
    double sign = u1 < u0 ? 1 : -1;
    double from = Math.min(u0, u1);
    double to = Math.max(u0, u1);
    double rise = (v1 - v0) / (u1 - u0);
    double atZero = v0 - rise * u0;
    area += sign * (to - from) * (v0 + v1) / 2;
    net += sign * full(from, to, atZero, rise);
    if (mixed) {
      above += sign * positive(from, to, atZero, rise);
    }
  }

  /** Area of the part, in cells. */
  double area() {
    return area;
  }

  /** Integral of h over the part. */
  double net() {
    return net;
  }

  /** Integral of the positive part of h over the part. */
  double above() {
    if (mixed) {
      return Math.max(0, Math.max(above, net));
    }
    return Math.max(0, net);
  }

  private double full(double from, double to, double atZero, double rise) {
    double middle = (from + to) / 2;
    double offset = (to - from) * GAUSS2;
    return (to - from)
        / 2
        * (trapezium(middle - offset, atZero, rise) + trapezium(middle + offset, atZero, rise));
  }

  /** The integral of h over v from 0 to the edge, at one u. */
  private double trapezium(double u, double atZero, double rise) {
    double v = atZero + rise * u;
    return v * (a + b * u + (c + e * u) * v / 2);
  }

  private double positive(double from, double to, double atZero, double rise) {
    int count = 0;
    breaks[count++] = from;
    breaks[count++] = to;
    count = addRoots(count, from, to, 0, b, a);
    count = addRoots(count, from, to, e * rise, b + e * atZero + c * rise, a + c * atZero);
    Arrays.sort(breaks, 0, count);
    double sum = 0;
    for (int i = 1; i < count; i++) {
      if (breaks[i] > breaks[i - 1]) {
        sum += piece(breaks[i - 1], breaks[i], atZero, rise);
      }
    }
    return sum;
  }

  /** Adds the roots of q2 u2 + q1 u + q0 between the bounds. */
  private int addRoots(int count, double from, double to, double q2, double q1, double q0) {
    int with = count;
    if (q2 == 0) {
      return addRoot(with, from, to, q1 == 0 ? Double.NaN : -q0 / q1);
    }
    double discriminant = q1 * q1 - 4 * q2 * q0;
    if (discriminant < 0) {
      return with;
    }
    double q = -0.5 * (q1 + Math.copySign(Math.sqrt(discriminant), q1));
    with = addRoot(with, from, to, q / q2);
    return addRoot(with, from, to, q == 0 ? Double.NaN : q0 / q);
  }

  private int addRoot(int count, double from, double to, double root) {
    if (root > from && root < to) {
      breaks[count] = root;
      return count + 1;
    }
    return count;
  }

  /** Between two neighbouring roots h keeps its sign on the lower side and on the edge. */
  private double piece(double from, double to, double atZero, double rise) {
    double u = (from + to) / 2;
    double low = a + b * u;
    double high = low + (c + e * u) * (atZero + rise * u);
    if (low >= 0 && high >= 0) {
      return full(from, to, atZero, rise);
    }
    if (low <= 0 && high <= 0) {
      return 0;
    }
    return low > 0
        ? triangle(from, to, 0, b, a, high < low)
        : triangle(from, to, e * rise, b + e * atZero + c * rise, a + c * atZero, high < low);
  }

  /** The integral of n(u)^2 / (2 |c + e u|), with n quadratic. */
  private double triangle(
      double from, double to, double n2, double n1, double n0, boolean falling) {
    double sign = falling ? -1 : 1;
    double atFrom = Math.max(0, sign * (c + e * from));
    double atTo = Math.max(0, sign * (c + e * to));
    if (Math.max(atFrom, atTo) <= HARDLY_VARIES * Math.min(atFrom, atTo)) {
      return quadrature(from, to, n2, n1, n0, sign);
    }
    double pole = -c / e;
    double rest = n0 + pole * (n1 + pole * n2);
    double logarithm =
        rest == 0 || Math.min(atFrom, atTo) == 0
            ? 0
            : rest * rest * Math.log(Math.abs(atTo / atFrom)) / e;
    double middle = (from + to) / 2;
    double offset = (to - from) * GAUSS2;
    double polynomial =
        (to - from)
            / 2
            * (quotient(middle - offset, n2, n1, pole, rest)
                + quotient(middle + offset, n2, n1, pole, rest));
    return sign * (logarithm + polynomial) / 2;
  }

  /** n^2 = (rest + d q)^2 with d the denominator, so n^2 / d = rest^2 / d + 2 rest q + d q^2. */
  private double quotient(double u, double n2, double n1, double pole, double rest) {
    double q = (n2 * (u + pole) + n1) / e;
    return q * (2 * rest + (c + e * u) * q);
  }

  private double quadrature(double from, double to, double n2, double n1, double n0, double sign) {
    double middle = (from + to) / 2;
    double half = (to - from) / 2;
    double sum = 0;
    for (int i = 0; i < GAUSS6_AT.length; i++) {
      double left = middle - half * GAUSS6_AT[i];
      double right = middle + half * GAUSS6_AT[i];
      double nLeft = n0 + left * (n1 + left * n2);
      double nRight = n0 + right * (n1 + right * n2);
      sum +=
          GAUSS6_WEIGHT[i] * (nLeft * nLeft / (c + e * left) + nRight * nRight / (c + e * right));
    }
    return sign * half * sum / 2;
  }
}
