package dev.groma.images.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomTest {

  @TempDir private Path folder;

  private Path maven;

  @BeforeEach
  void twoLibraries() throws IOException {
    maven = folder.resolve("dependencies.cdx.json");
    Files.writeString(
        maven,
        """
        {"components": [
          {"group": "org.example", "name": "used", "version": "1.2", "purl": "pkg:maven/org.example/used@1.2",
           "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "Ours"}}]},
          {"group": "org.example", "name": "unused", "version": "3", "purl": "pkg:maven/org.example/unused@3"}]}
        """);
  }

  @Test
  void what_the_image_lacks_is_left_out() throws IOException {
    Sbom sbom = Sbom.of(maven, List.of(Path.of("lib/org.example.used-1.2.jar")), List.of());

    assertThat(sbom.licences())
        .isEqualTo("pkg:maven/org.example/used@1.2: MIT or Ours%n".formatted());
  }

  @Test
  void a_jar_that_nobody_lists_is_an_error_that_says_what_to_do() {
    assertThatThrownBy(() -> Sbom.of(maven, List.of(Path.of("lib/stray-1.jar")), List.of()))
        .hasMessageContaining("stray-1.jar")
        .hasMessageContaining("images/pom.xml");
  }

  @Test
  void a_list_that_is_missing_is_an_error_that_says_how_to_get_one() {
    assertThatThrownBy(() -> Sbom.of(folder.resolve("none.cdx.json"), List.of(), List.of()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none.cdx.json")
        .hasMessageContaining("without -o");
  }

  @Test
  void packages_of_debian_are_named_as_scanners_know_them() throws IOException {
    Path records = Files.createDirectories(folder.resolve("base/var/lib/dpkg/status.d"));
    Files.writeString(
        records.resolve("zlib1g"),
        "Package: zlib1g\nVersion: 1:1.3+a\nArchitecture: amd64\nDescription: short: and\n long: er\n");

    Sbom sbom = Sbom.of(maven, List.of(), List.of(folder.resolve("base")));

    assertThat(sbom.licences())
        .isEqualTo(
            "pkg:deb/debian/zlib1g@1%%3A1.3%%2Ba?arch=amd64&distro=trixie: Zlib%n".formatted());
  }

  @Test
  void a_package_whose_licence_nobody_has_read_is_an_error() throws IOException {
    Path records = Files.createDirectories(folder.resolve("base/var/lib/dpkg/status.d"));
    Files.writeString(records.resolve("new"), "Package: new\nVersion: 1\nArchitecture: amd64\n");

    assertThatThrownBy(() -> Sbom.of(maven, List.of(), List.of(folder.resolve("base"))))
        .hasMessageContaining("licence")
        .hasMessageContaining("new");
  }
}
