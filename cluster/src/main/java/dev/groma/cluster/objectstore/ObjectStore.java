package dev.groma.cluster.objectstore;

import dev.groma.cluster.SourceTree;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.process.Child;
import dev.groma.cluster.process.ChildCommand;
import dev.groma.cluster.process.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
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

  private final Child server;
  private final Path folder;
  private final Path log;
  private final URI endpoint;

  private ObjectStore(Child server, Path folder, Path log, int port) {
    this.server = server;
    this.folder = folder;
    this.log = log;
    this.endpoint = URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Starts a server without buckets on a port that is free.
   *
   * @throws IllegalStateException when it does not start; its log is in the message
   */
  public static ObjectStore start() {
    Path folder = Leash.ofThisJvm().newFolder("object-store");
    Path log = folder.resolve("server.log");
    try {
      Files.createDirectory(folder.resolve("buckets"));
      Files.writeString(folder.resolve("server.properties"), settings(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Child server =
        Leash.ofThisJvm()
            .start(
                new ChildCommand(
                    List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString(),
                        "--properties",
                        folder.resolve("server.properties").toString()),
                    // Keys are files here, and Java names files in the locale's letters.
                    Map.of("HOME", folder.toString(), "PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"),
                    folder,
                    log));
    int port =
        Await.value(
                "the S3 server's port",
                Await.LIMIT,
                () -> port(server, log),
                Optional<Integer>::isPresent)
            .orElseThrow();
    return new ObjectStore(server, folder, log, port);
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

  private static Optional<Integer> port(Child server, Path log) {
    Matcher listens = LISTENS.matcher(read(log));
    if (listens.find()) {
      return Optional.of(Integer.valueOf(listens.group(1)));
    }
    if (!server.isAlive()) {
      throw new IllegalStateException("the S3 server ended; its log:\n" + read(log));
    }
    return Optional.empty();
  }

  /** Where it is asked, such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return endpoint;
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
    return read(log);
  }

  /** Ends the server and removes everything stored. */
  @Override
  public void close() {
    server.killAndWait();
    Leash.ofThisJvm().remove(folder);
  }

  private static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
