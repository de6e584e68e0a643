package dev.groma.engine.rooms.exact;

/**
 * On which side of a line a point lies, decided exactly.
 *
 * <p>A floating-point filter answers nearly always; what it cannot answer is computed without
 * rounding as a floating-point expansion. Source: J. R. Shewchuk, "Adaptive Precision
 * Floating-Point Arithmetic and Fast Robust Geometric Predicates", Discrete &amp; Computational
 * Geometry 18 (1997), sections 2 and 4.3. Products are split by fused multiply-add. Exact unless a
 * product underflows, which {@code noding.Frame} rules out by its scale.
 */
public final class Orientation {

  /** Shewchuk's ccwerrboundA = (3 + 16 e) e with e = 2^-53: derived there. */
  private static final double FILTER = (3 + 16 * 0x1p-53) * 0x1p-53;

  private static final int TERMS = 12;

  private Orientation() {}

  /** 1 when c lies left of the line from a to b, -1 right of it, 0 on it. */
  public static int of(double ax, double ay, double bx, double by, double cx, double cy) {
    double left = (ax - cx) * (by - cy);
    double right = (ay - cy) * (bx - cx);
    double determinant = left - right;
    double bound = FILTER * (Math.abs(left) + Math.abs(right));
    if (determinant > bound) {
      return 1;
    }
    if (-determinant > bound) {
      return -1;
    }
    return exact(ax, ay, bx, by, cx, cy);
  }

  private static int exact(double ax, double ay, double bx, double by, double cx, double cy) {
    double[] sum = new double[TERMS];
    int size = 0;
    size = addProduct(sum, size, ax, by);
    size = addProduct(sum, size, -ax, cy);
    size = addProduct(sum, size, -cx, by);
    size = addProduct(sum, size, -ay, bx);
    size = addProduct(sum, size, ay, cx);
    size = addProduct(sum, size, cy, bx);
    for (int i = size - 1; i >= 0; i--) {
      if (sum[i] != 0) {
        return sum[i] > 0 ? 1 : -1;
      }
    }
    return 0;
  }

  private static int addProduct(double[] sum, int size, double p, double q) {
    double product = p * q;
    return add(sum, add(sum, size, Math.fma(p, q, -product)), product);
  }

  /** Adds one term to a nonoverlapping expansion, smallest term first; exact. */
  private static int add(double[] sum, int size, double term) {
    double carry = term;
    for (int i = 0; i < size; i++) {
      double total = carry + sum[i];
      double virtual = total - carry;
      sum[i] = (carry - (total - virtual)) + (sum[i] - virtual);
      carry = total;
    }
    sum[size] = carry;
    return size + 1;
  }
}
