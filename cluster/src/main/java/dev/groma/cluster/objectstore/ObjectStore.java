package dev.groma.cluster.objectstore;

import dev.groma.cluster.SourceTree;
import dev.groma.cluster.process.Leash;
import dev.groma.cluster.process.LocalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A running S3 server with one pair of credentials. It is asked by path style; any region will do.
 *
 * <p>What is stored lies in a folder of files, a folder per bucket, and is gone after {@link
 * #close}.
 */
public final class ObjectStore implements AutoCloseable {

  /** The access key that the server knows. */
  public static final String ACCESS_KEY = "groma";

  /** The secret that goes with {@link #ACCESS_KEY}. */
  public static final String SECRET_KEY = "groma-secret";

  private static final Pattern LISTENS =
      Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");

  private final LocalServer server;
  private final Path folder;

  private ObjectStore(LocalServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /**
   * Starts a server without buckets on a port that is free.
   *
   * @throws IllegalStateException when it does not start; its log is in the message
   */
  public static ObjectStore start() {
    Path folder = Leash.ofThisJvm().newFolder("object-store");
    Path properties = folder.resolve("server.properties");
    try {
      Files.createDirectory(folder.resolve("buckets"));
      Files.writeString(properties, settings(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments =
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar().toString(),
            "--properties",
            properties.toString());
    return new ObjectStore(LocalServer.start("S3 server", folder, arguments, LISTENS), folder);
  }

  private static String settings(Path folder) {
    return """
    s3proxy.endpoint=http://127.0.0.1:0
    s3proxy.authorization=aws-v4
    s3proxy.identity=%s
    s3proxy.credential=%s
    jclouds.provider=filesystem-nio2
    jclouds.filesystem.basedir=%s
    """
        .formatted(ACCESS_KEY, SECRET_KEY, folder.resolve("buckets"));
  }

  private static Path jar() {
    Path jar = SourceTree.root().resolve("cluster/target/object-store/s3proxy.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "%s is missing; build the module cluster first: ./mvnw -pl cluster process-resources"
              .formatted(jar));
    }
    return jar;
  }

  /** Where it is asked, such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** Makes an empty bucket; nothing happens when it is there. */
  public void createBucket(String name) {
    try {
      Files.createDirectories(bucket(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of a bucket, in which each object is a file under its key. */
  public Path bucket(String name) {
    return folder.resolve("buckets").resolve(name);
  }

  /** What the server has said so far. */
  public String log() {
    return server.log();
  }

  /** Ends the server and removes everything stored. */
  @Override
  public void close() {
    server.close();
  }
}
