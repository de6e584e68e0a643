package dev.groma.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Joins the images of several architectures in one archive of the OCI image layout, under a name.
 * Jib writes such archives for one architecture only.
 *
 * @param repository the image's name without registry and tag
 * @param tag its tag
 */
public record OciArchive(String repository, String tag) {

  private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
  private static final String BLOBS = "blobs/sha256";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Writes the archive.
   *
   * @param images archives of the OCI image layout, each with one image
   * @param work an empty folder, for what is in them
   * @return the digest of the image, {@code sha256:...}, as a registry will name it
   */
  public String join(Map<Architecture, Path> images, Path work, Path archive) throws IOException {
    Path index = work.resolve("index.json");
    ObjectNode joined = index();
    for (Map.Entry<Architecture, Path> image : new TreeMap<>(images).entrySet()) {
      unpack(image.getValue(), work);
      ObjectNode manifest = (ObjectNode) JSON.readTree(index.toFile()).at("/manifests/0");
      manifest.remove("annotations");
      manifest.putObject("platform").put("architecture", image.getKey().oci()).put("os", "linux");
      manifests(joined).add(manifest);
    }
    byte[] bytes = JSON.writeValueAsBytes(joined);
    String digest = sha256(bytes);
    Files.write(work.resolve(BLOBS).resolve(digest), bytes);
    Files.write(index, JSON.writeValueAsBytes(named(digest, bytes.length)));
    pack(work, archive);
    return "sha256:" + digest;
  }

  private static ObjectNode index() {
    ObjectNode index = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", INDEX_TYPE);
    index.putArray("manifests");
    return index;
  }

  private static ArrayNode manifests(ObjectNode index) {
    return (ArrayNode) index.get("manifests");
  }

  private ObjectNode named(String digest, int size) {
    ObjectNode index = index();
    manifests(index)
        .addObject()
        .put("mediaType", INDEX_TYPE)
        .put("digest", "sha256:" + digest)
        .put("size", size)
        .putObject("annotations")
        // containerd takes the name from here; a kubelet asks for a short name in this form.
        .put("io.containerd.image.name", "docker.io/library/%s:%s".formatted(repository, tag))
        .put("org.opencontainers.image.ref.name", tag);
    return index;
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isFile() && target.startsWith(folder)) {
          Files.createDirectories(target.getParent());
          Files.write(target, tar.readAllBytes());
        }
      }
    }
  }

  private static void pack(Path folder, Path archive) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
      for (Path file : files) {
        // An entry by name and not by file: it has no owner and the time 0.
        TarArchiveEntry entry = new TarArchiveEntry(folder.relativize(file).toString());
        entry.setModTime(0);
        entry.setSize(Files.size(file));
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
