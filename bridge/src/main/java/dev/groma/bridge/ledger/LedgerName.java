package dev.groma.bridge.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Names of a ledger's ConfigMaps: {@code groma-ledger-<queue>-<day>-<number>}. The queue itself
 * names the ledger, not the LayoutQueue, which may be deleted and made anew.
 *
 * @param queue 20 hexadecimal digits of the SHA-256 of its ARN
 * @param day in UTC on which its tombstones were written
 * @param number of the ConfigMap on that day, from 0
 */
record LedgerName(String queue, LocalDate day, int number) {

  private static final String PREFIX = "groma-ledger-";
  private static final int DIGITS = 20;

  /** The queue's part of a name, which is the value of the label, too. */
  static String queue(String arn) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(arn.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static Optional<LedgerName> parse(String text) {
    String[] parts = text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("-") : null;
    if (parts == null || parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LedgerName(
              parts[0],
              LocalDate.parse(parts[1], DateTimeFormatter.BASIC_ISO_DATE),
              Integer.parseInt(parts[2])));
    } catch (DateTimeException | NumberFormatException foreign) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return PREFIX + queue + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + number;
  }
}
