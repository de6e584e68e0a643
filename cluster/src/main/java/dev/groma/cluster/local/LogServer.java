package dev.groma.cluster.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The part of a kubelet's server that {@code kubectl logs} asks for: {@code
 * /containerLogs/NAMESPACE/POD/CONTAINER} with {@code follow}, {@code tailLines} and {@code
 * limitBytes}. Only the API server may ask.
 */
final class LogServer implements AutoCloseable {
  private static final String PATH = "/containerLogs/";
  private static final long INTERVAL_MILLIS = 100;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PodFolders folders;
  private volatile Predicate<String> isOver = pod -> true;

  private LogServer(HttpsServer server, PodFolders folders) {
    this.server = server;
    this.folders = folders;
  }

  /**
   * Starts to serve on a free port of 127.0.0.1.
   *
   * @param tls the server's certificate, and whose client certificates it accepts
   */
  static LogServer start(SSLContext tls, PodFolders folders) {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.setHttpsConfigurator(
          new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
              SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
              wanted.setNeedClientAuth(true);
              parameters.setSSLParameters(wanted);
            }
          });
      var logs = new LogServer(server, folders);
      server.setExecutor(logs.threads);
      server.createContext(PATH, logs::answer);
      server.start();
      return logs;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve logs", e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Ends {@code follow} when the Pod, given as {@code namespace/name}, will print no more. */
  void endFollowingWhen(Predicate<String> podIsOver) {
    isOver = podIsOver;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] names = exchange.getRequestURI().getPath().substring(PATH.length()).split("/", -1);
      if (names.length != 3) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Path log = folders.log(names[0], names[1], names[2]);
      if (!Files.exists(log)) {
        byte[] problem = "the container has not been started".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(404, problem.length);
        exchange.getResponseBody().write(problem);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(200, 0);
      Map<String, String> options = options(exchange.getRequestURI().getRawQuery());
      copy(log, options, names[0] + "/" + names[1], exchange.getResponseBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Path log, Map<String, String> options, String pod, OutputStream out)
      throws IOException, InterruptedException {
    long limit = Long.parseLong(options.getOrDefault("limitBytes", "" + Long.MAX_VALUE));
    boolean follow = Boolean.parseBoolean(options.get("follow"));
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      if (options.containsKey("tailLines")) {
        file.seek(startOfLast(Long.parseLong(options.get("tailLines")), file));
      }
      while (true) {
        boolean last = !follow || isOver.test(pod);
        limit -= copyToEnd(file, limit, out);
        if (last || limit == 0) {
          return;
        }
        Thread.sleep(INTERVAL_MILLIS);
      }
    }
  }

  private static long copyToEnd(RandomAccessFile file, long limit, OutputStream out)
      throws IOException {
    byte[] buffer = new byte[8192];
    long copied = 0;
    while (copied < limit) {
      int read = file.read(buffer, 0, Math.toIntExact(Math.min(buffer.length, limit - copied)));
      if (read < 0) {
        break;
      }
      out.write(buffer, 0, read);
      copied += read;
    }
    out.flush();
    return copied;
  }

  /** Where the last {@code count} lines begin. */
  private static long startOfLast(long count, RandomAccessFile file) throws IOException {
    long lines = 0;
    // The newline that ends the last line does not begin another.
    for (long position = file.length() - 2; position >= 0; position--) {
      file.seek(position);
      if (file.read() == '\n' && ++lines == count) {
        return position + 1;
      }
    }
    return count == 0 ? file.length() : 0;
  }

  private static Map<String, String> options(@Nullable String query) {
    var options = new HashMap<String, String>();
    if (query != null) {
      for (String part : query.split("&")) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          options.put(
              part.substring(0, equals),
              URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return options;
  }
}
