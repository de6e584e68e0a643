package dev.groma.images.generated;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The jar of the classes that Quarkus generates for a program. */
public final class GeneratedJar {

  /** Its place in a program's folder. */
  public static final String PLACE = "quarkus/generated-bytecode.jar";

  /** Without old pools: their order is that of the code before it was put in order. */
  private static final ClassFile CLASS_FILE = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);

  /** The first that an entry can have. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private GeneratedJar() {}

  /**
   * Writes a jar with the same entries, each in the form that is the same for the same source.
   *
   * @throws IllegalStateException if Quarkus generates other classes than those of 3.34
   */
  public static void writeCanonical(Path generated, Path canonical) throws IOException {
    SortedMap<String, byte[]> entries = read(generated);
    byte[] shared = entries.get(ConfigMappings.SHARED);
    if (shared == null) {
      throw ConfigMappings.unknown(generated + " without " + ConfigMappings.SHARED);
    }
    ConfigMappings mappings = ConfigMappings.of(CLASS_FILE.parse(shared));
    ClassTransform form =
        ClassTransform.transformingMethodBodies(
            mappings
                .inOrder()
                .andThen(CodeTransform.ofStateful(FirstRetry::new))
                .andThen(new SharedValues()));
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(canonical))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry written = new ZipEntry(entry.getKey());
        written.setTimeLocal(TIME);
        jar.putNextEntry(written);
        jar.write(
            left(entry.getKey())
                ? entry.getValue()
                : CLASS_FILE.transformClass(CLASS_FILE.parse(entry.getValue()), form));
      }
    }
  }

  /** Whether Quarkus leaves nothing in it to chance. */
  private static boolean left(String entry) {
    return !entry.endsWith(".class")
        || !entry.startsWith("io/quarkus/runner/recorded/")
            && !entry.startsWith("io/quarkus/runtime/generated/");
  }

  private static SortedMap<String, byte[]> read(Path jar) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          entries.put(entry.getName(), content.readAllBytes());
        }
      }
    }
    return entries;
  }
}
