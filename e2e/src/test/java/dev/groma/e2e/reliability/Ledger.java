package dev.groma.e2e.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Behind {@link Proof}: collects what tests find; with {@code groma.generate} writes the page. */
final class Ledger implements ParameterResolver, AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(Ledger.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Finding.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return finding(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    String result =
        context.getExecutionException().isPresent() ? "FAILS" : finding(context).words();
    Row row = Row.of(context.getRequiredTestMethod(), result);
    entries(context).found.put(row.test(), row);
  }

  private static Finding finding(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Finding.class, key -> new Finding(), Finding.class);
  }

  private static Entries entries(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return store.computeIfAbsent(Entries.class, key -> new Entries(), Entries.class);
  }

  /** Closed by JUnit when all tests are over. */
  private static final class Entries implements AutoCloseable {
    private final Map<String, Row> found = new ConcurrentHashMap<>();

    @Override
    public void close() {
      if (!Boolean.getBoolean("groma.generate")) {
        return;
      }
      try {
        Page page = Page.read();
        page.write(Proofs.rows().stream().map(row -> withResult(row, page)).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A proof that did not run this time keeps what it found before. */
    private Row withResult(Row row, Page page) {
      Row fresh = found.get(row.test());
      return fresh == null
          ? new Row(row.promise(), row.fault(), row.test(), page.result(row).orElse("not run yet"))
          : fresh;
    }
  }
}
