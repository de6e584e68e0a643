package dev.groma.operator.attempt;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of memory.
 *
 * @param bytes more than 0
 */
public record Memory(BigDecimal bytes) {

  private static final BigDecimal KI = BigDecimal.valueOf(1024);
  private static final BigDecimal MI = KI.multiply(KI);
  private static final BigDecimal GI = MI.multiply(KI);

  /** Reads a Kubernetes quantity, such as {@code 512Mi}. */
  public static Memory parse(String quantity) {
    return new Memory(Quantity.getAmountInBytes(Quantity.parse(quantity)));
  }

  /** The same so many times. */
  public Memory times(double factor) {
    return new Memory(bytes.multiply(BigDecimal.valueOf(factor)));
  }

  /** The smaller of the two. */
  public Memory atMost(Memory limit) {
    return isMoreThan(limit) ? limit : this;
  }

  /** Whether this is more. */
  public boolean isMoreThan(Memory other) {
    return bytes.compareTo(other.bytes) > 0;
  }

  /** As people write it: whole Gi where it is whole, else Mi, rounded up. */
  @Override
  public String toString() {
    return bytes.remainder(GI).signum() == 0
        ? bytes.divide(GI).toBigInteger() + "Gi"
        : bytes.divide(MI, 0, RoundingMode.UP) + "Mi";
  }
}
