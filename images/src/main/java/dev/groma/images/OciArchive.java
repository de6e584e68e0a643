package dev.groma.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins the images of several architectures in one archive of the OCI image layout, under a name.
 * Jib writes such archives for one architecture only.
 *
 * @param repository the image's name without registry and tag
 * @param tag its tag
 */
public record OciArchive(String repository, String tag) {

  private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Writes the archive.
   *
   * @param images archives of the OCI image layout, each with one image
   * @param work an empty folder, for what is in them
   * @return the digest of the image, {@code sha256:...}, as a registry will name it
   */
  public String join(Map<Architecture, Path> images, Path work, Path archive) throws IOException {
    OciLayout layout = new OciLayout(work);
    ObjectNode joined = index();
    for (Map.Entry<Architecture, Path> image : new TreeMap<>(images).entrySet()) {
      layout.unpack(image.getValue());
      ObjectNode manifest = (ObjectNode) layout.index().at("/manifests/0");
      manifest.remove("annotations");
      manifest.putObject("platform").put("architecture", image.getKey().oci()).put("os", "linux");
      manifests(joined).add(manifest);
    }
    byte[] bytes = JSON.writeValueAsBytes(joined);
    String digest = layout.add(bytes);
    layout.writeIndex(named(digest, bytes.length));
    layout.pack(archive);
    return digest;
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
        .put("digest", digest)
        .put("size", size)
        .putObject("annotations")
        // containerd takes the name from here; a kubelet asks for a short name in this form.
        .put("io.containerd.image.name", "docker.io/library/%s:%s".formatted(repository, tag))
        .put("org.opencontainers.image.ref.name", tag);
    return index;
  }
}
