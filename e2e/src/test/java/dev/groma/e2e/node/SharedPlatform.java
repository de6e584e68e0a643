package dev.groma.e2e.node;

import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.realnode.RealNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** The platform that all tests of this JVM share; it ends with the JVM, as its node does. */
final class SharedPlatform {
  private static @Nullable Platform platform;

  private SharedPlatform() {}

  /** Installs it at the first call. */
  static synchronized Platform on(RealNode node) {
    if (platform == null) {
      Platform fresh = Platform.on(node);
      storeWalls(fresh);
      platform = fresh;
    }
    return platform;
  }

  /** The room that waiting jobs fetch. */
  private static void storeWalls(Platform fresh) {
    fresh.objects().createBucket(Jobs.BUCKET);
    try {
      Files.writeString(fresh.objects().bucket(Jobs.BUCKET).resolve(Jobs.WALLS), Jobs.SQUARE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
