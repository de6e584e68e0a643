package dev.groma.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as files on this machine, as a container runtime lays them out.
 *
 * @param root the root folder of its containers
 * @param config its configuration, as in the OCI image specification
 */
public record UnpackedImage(Path root, JsonNode config) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path UNSHARE = Path.of("/usr/bin/unshare");

  /** As any container has them. Without /dev/urandom Java collects randomness for ten seconds. */
  private static final String MOUNT =
      "mount --rbind /dev \"$0/dev\" && mount -t proc proc \"$0/proc\" && exec \"$@\"";

  /**
   * Unpacks an image.
   *
   * @param layout an unpacked archive of the OCI image layout
   * @param manifest digest of the image of one architecture, {@code sha256:...}
   * @param root a folder that does not exist
   */
  public static UnpackedImage of(OciLayout layout, String manifest, Path root) throws IOException {
    Files.createDirectories(root);
    JsonNode content = layout.json(manifest);
    for (JsonNode layer : content.get("layers")) {
      unpack(layout.blob(layer.get("digest").asText()), root);
    }
    Files.createDirectories(root.resolve("proc"));
    Files.createDirectories(root.resolve("dev"));
    return new UnpackedImage(root, layout.json(content.at("/config/digest").asText()));
  }

  /** Command and arguments that its containers start with. */
  public List<String> entrypoint() {
    return JSON.convertValue(
        config.at("/config/Entrypoint"),
        JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  /**
   * Runs a command in a container of its own mounts and processes, on this machine's network, with
   * the rights of whoever runs this.
   *
   * @param environment variables beside those of this process
   */
  public Output run(Map<String, String> environment, List<String> command) {
    return run(List.of("--map-root-user"), List.of(), environment, command);
  }

  /**
   * The same as another user, which only root may do.
   *
   * @param user number of the user and of the group
   */
  public Output runAs(int user, Map<String, String> environment, List<String> command) {
    return run(List.of(), List.of("--setuid=" + user, "--setgid=" + user), environment, command);
  }

  private Output run(
      List<String> namespaces,
      List<String> identity,
      Map<String, String> environment,
      List<String> command) {
    List<String> arguments = new ArrayList<>(namespaces);
    arguments.addAll(
        List.of("--mount", "--pid", "--fork", "/bin/sh", "-c", MOUNT, root.toString()));
    arguments.addAll(List.of(UNSHARE.toString(), "--root=" + root, "--wd=/tmp"));
    arguments.addAll(identity);
    arguments.add("--");
    arguments.addAll(command);
    return new Program(UNSHARE, environment).run(arguments);
  }

  private static void unpack(Path layer, Path root) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(layer));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException("the layer leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.copy(tar, target);
          // The AOT cache knows its jars by size and time.
          Files.setLastModifiedTime(target, FileTime.from(entry.getLastModifiedTime().toInstant()));
        }
        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    // In the order of the bits, the highest first.
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode & 1 << (all.length - 1 - bit)) != 0) {
        permissions.add(all[bit]);
      }
    }
    return permissions;
  }
}
