package dev.groma.e2e.reliability;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** Every proof of this module. */
final class Proofs {

  private Proofs() {}

  /** One row for each, without a result. */
  static List<Row> rows() {
    return new ClassFileImporter()
        .importPackages("dev.groma.e2e").stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Proof.class))
            .map(method -> Row.of(method.reflect(), ""))
            .sorted(Row.ORDER)
            .toList();
  }
}
