package dev.groma.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A folder in the OCI image layout: blobs by their digest, and an index that names images.
 *
 * @param folder that holds {@code index.json} and {@code blobs}
 */
public record OciLayout(Path folder) {

  private static final String SHA256 = "sha256:";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Adds an archive's blobs; its index takes the place of the one that was there. */
  public void unpack(Path archive) throws IOException {
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

  /** Writes it to an archive, whose bytes depend on the content alone. */
  public void pack(Path archive) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
      for (Path file : files) {
        // An entry by name and not by file: it has no owner.
        TarArchiveEntry entry = new TarArchiveEntry(folder.relativize(file).toString());
        entry.setModTime(0);
        entry.setSize(Files.size(file));
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
      }
    }
  }

  /** The index. */
  public JsonNode index() throws IOException {
    return JSON.readTree(folder.resolve("index.json").toFile());
  }

  void writeIndex(JsonNode index) throws IOException {
    Files.write(folder.resolve("index.json"), JSON.writeValueAsBytes(index));
  }

  /**
   * The file of a blob.
   *
   * @param digest {@code sha256:...}
   */
  public Path blob(String digest) {
    return folder.resolve("blobs/sha256").resolve(digest.substring(SHA256.length()));
  }

  /** A blob that is a document. */
  public JsonNode json(String digest) throws IOException {
    return JSON.readTree(blob(digest).toFile());
  }

  /** Adds a blob and returns its digest. */
  String add(byte[] content) throws IOException {
    String digest = SHA256 + sha256(content);
    Files.write(blob(digest), content);
    return digest;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
