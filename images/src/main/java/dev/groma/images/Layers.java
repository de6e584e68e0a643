package dev.groma.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes layers of files. All belong to root, with Jib's fixed time; only root may write. */
final class Layers {

  private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
  private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
  private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
  private static final FilePermissions SHARED_FOLDER = FilePermissions.fromOctalString("777");
  private static final AbsoluteUnixPath TMP = AbsoluteUnixPath.get("/tmp");

  private Layers() {}

  /** The folder's whole content under the image's root. */
  static FileEntriesLayer tree(String name, Path folder) throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(path -> !path.equals(folder)).toList()) {
        AbsoluteUnixPath place = AbsoluteUnixPath.get("/").resolve(folder.relativize(path));
        layer.addEntry(path, place, permissions(path, place));
      }
    }
    return layer.build();
  }

  private static FilePermissions permissions(Path path, AbsoluteUnixPath place) {
    if (Files.isDirectory(path)) {
      return place.equals(TMP) ? SHARED_FOLDER : FOLDER;
    }
    return Files.isExecutable(path) ? PROGRAM : FILE;
  }

  /**
   * Files under the places they have below a folder.
   *
   * @param folder that holds all of the files
   * @param target absolute path in the image that stands for the folder
   */
  static FileEntriesLayer files(String name, Path folder, List<Path> files, String target) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    AbsoluteUnixPath root = AbsoluteUnixPath.get(target);
    for (Path file : files) {
      layer.addEntry(file, root.resolve(folder.relativize(file)), FILE);
    }
    return layer.build();
  }

  /** One file in one place. */
  static FileEntriesLayer file(String name, Path file, String target) {
    return FileEntriesLayer.builder()
        .setName(name)
        .addEntry(file, AbsoluteUnixPath.get(target), FILE)
        .build();
  }
}
