package dev.groma.cluster.faults;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.pki.Identity;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands before the API server on 127.0.0.1 and does to requests what networks and overloaded
 * servers do. Without injections everything passes, watches too. Safe for use by many threads.
 *
 * <p>Users are those of tokens: a client certificate ends at the proxy.
 */
public final class ApiServerProxy implements AutoCloseable {
  private static final int POOL = 10_000;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(2));
  private final HttpClient upstream;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Injection> injections = new CopyOnWriteArrayList<>();
  private final Set<Exchange> watches = ConcurrentHashMap.newKeySet();

  private ApiServerProxy(ControlPlane cluster) {
    URI target = URI.create(cluster.server());
    Identity identity = cluster.pki().apiServer();
    upstream =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost(target.getHost())
                .setDefaultPort(target.getPort())
                .setSsl(true)
                .setPemTrustOptions(
                    new PemTrustOptions().addCertValue(Buffer.buffer(cluster.pki().caPem())))
                .setMaxPoolSize(POOL));
    server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setHost(target.getHost())
                .setPort(0)
                .setSsl(true)
                .setPemKeyCertOptions(
                    new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(identity.certificatePem()))
                        .addKeyValue(Buffer.buffer(identity.keyPem()))));
    server.requestHandler(this::accept);
    server.listen().toCompletionStage().toCompletableFuture().join();
  }

  /** Starts one. */
  public static ApiServerProxy start(ControlPlane cluster) {
    return new ApiServerProxy(cluster);
  }

  /** A kubeconfig of the same user that leads through this proxy; the user must have a token. */
  public Kubeconfig kubeconfig(Kubeconfig direct) {
    return direct.at("https://127.0.0.1:" + server.actualPort());
  }

  /** Lets every request of this kind have a fault until the injection is closed. */
  public Injection inject(Predicate<ApiRequest> which, Fault fault) {
    return inject(which, Turns.every(), fault);
  }

  /**
   * Lets some of the requests of this kind have a fault. Of several injections the first counts.
   */
  public Injection inject(Predicate<ApiRequest> which, Turns turns, Fault fault) {
    var injection = new Injection(which, turns, fault, injections::remove);
    injections.add(injection);
    return injection;
  }

  /** Breaks the connections of all watches that are open. */
  public void cutWatches() {
    watches.forEach(Exchange::cut);
  }

  /** How many requests have arrived. */
  public int requests() {
    return requests.get();
  }

  /** Breaks all connections. */
  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void accept(HttpServerRequest request) {
    if (Exchange.isUpgrade(request)) {
      request.pause();
      handle(request, Buffer.buffer());
    } else {
      request.body().onSuccess(body -> handle(request, body));
    }
  }

  private void handle(HttpServerRequest request, Buffer body) {
    var seen =
        new ApiRequest(
            requests.incrementAndGet(),
            request.method().name(),
            Objects.requireNonNullElse(request.path(), "/"),
            Objects.requireNonNullElse(request.query(), ""),
            body.toString());
    var exchange = new Exchange(request, seen, vertx, upstream);
    if (seen.isWatch()) {
      watches.add(exchange);
      exchange.whenOver(() -> watches.remove(exchange));
    }
    Optional<Injection> injection =
        injections.stream().filter(candidate -> candidate.takes(seen)).findFirst();
    injection.ifPresentOrElse(exchange::suffer, exchange::pass);
  }
}
