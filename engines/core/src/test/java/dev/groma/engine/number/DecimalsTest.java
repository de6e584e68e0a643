package dev.groma.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "4, 0, 0",
    "4, -0.0, 0",
    "4, -0.00004, 0",
    "4, 3.5, 3.5",
    "4, -3.50006, -3.5001",
    "4, 1e-9, 0",
    "4, 123456789.12345, 123456789.1234",
    "4, 1e22, 10000000000000000000000",
    "0, 0.5, 0",
    "0, 1.5, 2",
    "0, 1234567, 1234567",
    "2, -0.126, -0.13",
    "3, 0.001, 0.001",
    "15, 0.1, 0.1",
  })
  void writesPlainDigits(int places, double value, String expected) {
    assertThat(new Decimals(places).format(value)).isEqualTo(expected);
  }

  @Test
  void isNeverFartherThanHalfAStep() {
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      int places = random.nextInt(0, 8);
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(-6, 8));
      String text = new Decimals(places).format(value);
      BigDecimal error = new BigDecimal(text).subtract(new BigDecimal(value)).abs();
      BigDecimal half = BigDecimal.valueOf(5, places + 1).add(BigDecimal.valueOf(Math.ulp(value)));
      assertThat(error).as("%s to %s places", value, places).isLessThanOrEqualTo(half);
      assertThat(text).matches("-?\\d+(\\.\\d*[1-9])?").doesNotMatch("-0");
      assertThat(new Decimals(places).round(value)).isEqualTo(Double.parseDouble(text));
    }
  }

  @Test
  void knowsNoLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(new Decimals(2).format(-1234.56)).isEqualTo("-1234.56");
      assertThat(Decimals.shortest(0.25)).isEqualTo("0.25");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e9, 1000000000", "-0.0, 0", "0.1, 0.1", "1e-7, 0.0000001", "5, 5"})
  void writesTheShortestFormWithoutExponent(double value, String expected) {
    assertThat(Decimals.shortest(value)).isEqualTo(expected);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> new Decimals(2).format(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Decimals(16)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // step of the unit, extent, farthest coordinate, places of lengths, places of areas
    "0.0001, 12, 12, 4, 4", // a flat in metres
    "0.0001, 12, 1200000, 4, 4", // the same in a national grid
    "0.1, 12000, 12000, 1, 0", // the same in millimetres
    "0.001, 1, 1, 5, 6", // a picture from 0 to 1
    "0.0001, 0.00002, 0.00002, 9, 15", // a plan of dust
    "0.0001, 1000000000, 1000000000, 4, 0",
    "0.0001, 0, 0, 5, 6", // nothing at all
  })
  void choosesPlacesByUnitAndExtent(
      double step, double extent, double farthest, int lengths, int areas) {
    Precision precision = Precision.of(step, extent, farthest);
    assertThat(precision).isEqualTo(new Precision(new Decimals(lengths), new Decimals(areas)));
  }
}
