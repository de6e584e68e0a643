package dev.groma.images.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Collects the texts that have to go along with the programs. */
public final class Licences {

  private static final Pattern TEXT =
      Pattern.compile(
          "(META-INF/)?((LICEN[CS]E|NOTICE|COPYING|AL2\\.0|LGPL2\\.1)[^/]*|license/[^/]+)",
          Pattern.CASE_INSENSITIVE);

  private Licences() {}

  /**
   * Writes {@code groma/LICENSE} and {@code groma/NOTICE}, {@code THIRD-PARTY.txt} with a line for
   * each component, and the texts that each jar carries, under the jar's name.
   *
   * @param source the source folder
   * @param jars of the image
   * @param sbom of the image
   * @param folder to write to
   */
  public static void write(Path source, List<Path> jars, Sbom sbom, Path folder)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve("groma"));
    Files.copy(source.resolve("LICENSE"), own.resolve("LICENSE"));
    Files.copy(source.resolve("NOTICE"), own.resolve("NOTICE"));
    Files.writeString(folder.resolve("THIRD-PARTY.txt"), sbom.licences());
    for (Path jar : jars) {
      copyTexts(jar, folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
    }
  }

  private static void copyTexts(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
          Path copy = folder.resolve(Path.of(entry.getName()).getFileName().toString());
          Files.createDirectories(folder);
          Files.write(copy, zip.getInputStream(entry).readAllBytes());
        }
      }
    }
  }
}
