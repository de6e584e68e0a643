package dev.groma.engine.kml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.Input;
import dev.groma.engine.Refusals;
import dev.groma.engine.testing.Zips;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmzTest {

  private static final KmzLimits LIMITS = new KmzLimits(5, 4_000_000, 100);

  private static String unpack(byte[] zip) throws Exception {
    Input document = Kmz.unpack(Input.ofBytes("boundary", zip), LIMITS, 3_000_000);
    try (InputStream stream = document.open()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String refusal(String... namesAndContents) {
    return Refusals.of(() -> unpack(Zips.of(namesAndContents)));
  }

  @Test
  void takesTheFirstKmlFileWhereverItLies() throws Exception {
    assertThat(unpack(Zips.of("files/a.png", "x", "files/", "", "doc.KML", "<kml/>", "b.kml", "y")))
        .isEqualTo("<kml/>");
  }

  @Test
  void refusesBombsByTheBytesThatComeOut() {
    String zeros = "0".repeat(2_000_000);
    assertThat(refusal("a.txt", zeros, "doc.kml", "<kml/>"))
        .contains("more than the 100 times its size");
    assertThat(Refusals.of(() -> unpack(directoryBomb()))).contains("more than the");
    byte[] noise = new byte[3_100_000];
    new Random(1).nextBytes(noise);
    String large = new String(noise, StandardCharsets.ISO_8859_1);
    assertThat(refusal("doc.kml", large)).contains("bytes that are read; split it");
    assertThat(refusal("a.bin", large, "doc.kml", "<kml/>"))
        .contains("more than the 4,000,000 bytes that are unpacked");
  }

  /** An entry that calls itself a directory and has content, which careless counters pass over. */
  private static byte[] directoryBomb() {
    byte[] zip = Zips.of("dir_", "0".repeat(3_000_000), "doc.kml", "<kml/>");
    byte[] name = "dir_".getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < zip.length - 4; at++) {
      if (Arrays.equals(zip, at, at + 4, name, 0, 4)) {
        zip[at + 3] = '/';
      }
    }
    return zip;
  }

  @Test
  void refusesTooManyFiles() {
    String[] files = new String[14];
    for (int i = 0; i < 14; i += 2) {
      files[i] = i == 12 ? "doc.kml" : "f" + i;
      files[i + 1] = "";
    }
    assertThat(refusal(files)).contains("first 5 files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/etc/a", "a/../../b", "C:/a", "..\\a", "x\\..\\y"})
  void refusesNamesThatLeadOutOfTheArchive(String name) {
    assertThat(refusal(name, "x", "doc.kml", "<kml/>")).contains("leads out of it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inner.kmz", "a.ZIP", "b.jar"})
  void refusesArchivesInArchives(String name) {
    assertThat(refusal(name, "x", "doc.kml", "<kml/>")).contains("another archive");
  }

  @Test
  void saysWhatAnArchiveLacks() {
    assertThat(refusal("readme.txt", "x")).contains("holds no .kml file among its 1 files");
    byte[] whole = Zips.of("doc.kml", "<kml>" + "abc".repeat(1000) + "</kml>");
    byte[] cut = Arrays.copyOf(whole, 60);
    assertThat(Refusals.of(() -> unpack(cut))).contains("cannot be unpacked");
    byte[] broken = whole.clone();
    broken[45] ^= 0x7F;
    assertThat(Refusals.of(() -> unpack(broken))).contains("cannot be unpacked");
  }
}
