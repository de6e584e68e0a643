package dev.groma.images.sbom;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package of Debian that the base has files of.
 *
 * @param name of the package
 * @param version as Debian counts
 * @param architecture as Debian names it
 */
record DebianPackage(String name, String version, String architecture) {

  /** What Debian's copyright files say of the files that are in the base; as SPDX expressions. */
  private static final Map<String, String> LICENCES =
      Map.of(
          "gcc-14-base", "GPL-3.0-or-later WITH GCC-exception-3.1",
          "libc6", "LGPL-2.1-or-later",
          "libgcc-s1", "GPL-3.0-or-later WITH GCC-exception-3.1",
          "libstdc++6", "GPL-3.0-or-later WITH GCC-exception-3.1",
          "openjdk-25-jre-headless", "GPL-2.0-only WITH Classpath-exception-2.0",
          "zlib1g", "Zlib");

  /** The packages of a base, by the records that {@code images/base/build} leaves in it. */
  static List<DebianPackage> in(Path base) throws IOException {
    try (Stream<Path> records = Files.list(base.resolve("var/lib/dpkg/status.d"))) {
      List<Path> sorted = records.sorted().toList();
      List<DebianPackage> packages = new ArrayList<>();
      for (Path file : sorted) {
        packages.add(read(file));
      }
      return packages;
    }
  }

  private static DebianPackage read(Path file) throws IOException {
    Map<String, String> fields =
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith(" ") && line.contains(": "))
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    Function<String, String> required =
        name -> {
          String value = fields.get(name);
          if (value == null) {
            throw new IllegalArgumentException("%s has no %s".formatted(file, name));
          }
          return value;
        };
    return new DebianPackage(
        required.apply("Package"), required.apply("Version"), required.apply("Architecture"));
  }

  /** Its licence as an SPDX expression. */
  String licence() {
    String licence = LICENCES.get(name);
    if (licence == null) {
      throw new IllegalArgumentException(
          "the licence of Debian's package %s is not known; read its copyright file and add it to DebianPackage"
              .formatted(name));
    }
    return licence;
  }

  /** As a component of CycloneDX. */
  ObjectNode component(ObjectMapper json) {
    String purl =
        "pkg:deb/debian/%s@%s?arch=%s&distro=trixie"
            .formatted(encoded(name), encoded(version), architecture);
    ObjectNode component =
        json.createObjectNode()
            .put("type", "library")
            .put("bom-ref", purl)
            .put("name", name)
            .put("version", version);
    component.putArray("licenses").addObject().put("expression", licence());
    return component.put("purl", purl);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
