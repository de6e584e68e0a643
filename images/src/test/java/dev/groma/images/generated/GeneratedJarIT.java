package dev.groma.images.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form of the packaged programs' classes, held against what Quarkus generated. */
class GeneratedJarIT {

  private static final String CONFIG = "io/quarkus/runtime/generated/";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"operator", "bridge"})
  void nothing_changes_but_names_and_order_and_what_settings_say_again(String program)
      throws IOException {
    SortedMap<String, List<CodeElement>> before = code(generated(program));
    SortedMap<String, List<CodeElement>> after = code(canonical(program));

    assertThat(after.keySet()).hasSizeGreaterThan(300).isEqualTo(before.keySet());
    before.forEach((name, code) ->
        assertThat(nameless(after.get(name)))
            .as(name)
            .containsExactlyInAnyOrderElementsOf(nameless(code)));
  }

  /** Instructions without what the canonical form may change. */
  private static List<String> nameless(List<CodeElement> code) {
    List<String> instructions =
        new ArrayList<>(
            code.stream()
                .filter(Instruction.class::isInstance)
                .map(GeneratedJarIT::nameless)
                .toList());
    for (int i = instructions.size() - 1; i >= 0; i--) {
      if (instructions.get(i).contains("GenericRetry.setInitialInterval(J)")) {
        instructions.subList(i - 2, i + 2).clear();
      }
    }
    return instructions;
  }

  private static String nameless(CodeElement instruction) {
    return instruction
        .toString()
        .replaceAll("proxykey\\d+", "proxykey")
        .replaceAll("configClass\\$\\d+", "configClass")
        .replace("LDC_W", "LDC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "bridge"})
  void each_shared_value_has_one_name_of_its_own_wherever_it_is_used(String program)
      throws IOException {
    List<String> before = sharedValues(code(generated(program)));
    List<String> after = sharedValues(code(canonical(program)));

    Map<String, String> names = new HashMap<>();
    assertThat(after).hasSizeGreaterThan(50).hasSameSizeAs(before);
    for (int i = 0; i < after.size(); i++) {
      names.putIfAbsent(before.get(i), after.get(i));
      assertThat(after.get(i)).isEqualTo(names.get(before.get(i)));
    }
    assertThat(new HashSet<>(names.values())).hasSameSizeAs(names.keySet());
  }

  private static List<String> sharedValues(SortedMap<String, List<CodeElement>> classes) {
    return classes.values().stream()
        .flatMap(List::stream)
        .flatMap(element -> constant(element).stream())
        .filter(constant -> constant.startsWith("proxykey"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "bridge"})
  void each_mapping_is_declared_and_used_as_before(String program) throws IOException {
    SortedMap<String, List<CodeElement>> before = code(generated(program));
    SortedMap<String, List<CodeElement>> after = code(canonical(program));

    for (String name : before.keySet().stream().filter(name -> name.startsWith(CONFIG)).toList()) {
      assertThat(uses(name, after))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(uses(name, before));
    }
    assertThat(uses(CONFIG + "RunTimeConfigCustomizer.class", after)).hasSizeGreaterThan(30);
  }

  /** Each load of a mapping by the mapping's class and prefix, with the call that it is for. */
  private static List<String> uses(String name, SortedMap<String, List<CodeElement>> classes) {
    Map<String, String> mappings =
        declared(Objects.requireNonNull(classes.get(ConfigMappings.SHARED)));
    List<String> uses = new ArrayList<>();
    List<String> loaded = new ArrayList<>();
    for (CodeElement element : Objects.requireNonNull(classes.get(name))) {
      if (element instanceof FieldInstruction field) {
        String fieldName = field.name().stringValue();
        loaded.add(mappings.getOrDefault(fieldName, fieldName));
      } else if (element instanceof InvokeInstruction call) {
        uses.add(call.name().stringValue() + loaded);
        loaded.clear();
      }
    }
    return uses;
  }

  /** The class and prefix of each mapping, by its field. */
  private static Map<String, String> declared(List<CodeElement> shared) {
    Map<String, String> mappings = new HashMap<>();
    List<String> constants = new ArrayList<>();
    for (CodeElement element : shared) {
      constants.addAll(constant(element));
      if (element instanceof FieldInstruction field
          && field.name().stringValue().startsWith("configClass$")) {
        mappings.putIfAbsent(
            field.name().stringValue(),
            constants.subList(constants.size() - 2, constants.size()).toString());
      }
    }
    return mappings;
  }

  private static List<String> constant(CodeElement element) {
    return element instanceof LoadConstantInstruction load
        ? List.of(load.constantValue().toString())
        : List.of();
  }

  private static Path generated(String program) {
    return SourceTree.root()
        .resolve(program)
        .resolve("target/quarkus-app")
        .resolve(GeneratedJar.PLACE);
  }

  private Path canonical(String program) throws IOException {
    Path canonical = folder.resolve("canonical.jar");
    GeneratedJar.writeCanonical(generated(program), canonical);
    return canonical;
  }

  /** Of all methods, by entry. */
  private static SortedMap<String, List<CodeElement>> code(Path jar) throws IOException {
    SortedMap<String, List<CodeElement>> code = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".class")) {
          try (InputStream content = zip.getInputStream(entry)) {
            code.put(entry.getName(), code(ClassFile.of().parse(content.readAllBytes())));
          }
        }
      }
    }
    return code;
  }

  private static List<CodeElement> code(ClassModel model) {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementList().stream())
        .toList();
  }
}
