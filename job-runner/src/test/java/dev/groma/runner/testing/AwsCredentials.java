package dev.groma.runner.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials for the SDK in this JVM, until they are closed. */
public final class AwsCredentials implements AutoCloseable {

  private static final String ACCESS_KEY = "aws.accessKeyId";
  private static final String SECRET_KEY = "aws.secretAccessKey";
  private static final String FILE = "aws.sharedCredentialsFile";

  private final Map<String, @Nullable String> before = new HashMap<>();

  private AwsCredentials() {
    List.of(ACCESS_KEY, SECRET_KEY, FILE)
        .forEach(name -> before.put(name, System.clearProperty(name)));
  }

  /** A pair of keys. */
  public static AwsCredentials of(String accessKey, String secretKey) {
    AwsCredentials credentials = new AwsCredentials();
    System.setProperty(ACCESS_KEY, accessKey);
    System.setProperty(SECRET_KEY, secretKey);
    return credentials;
  }

  /** Those in a shared file, which may change. */
  public static AwsCredentials in(Path file) {
    AwsCredentials credentials = new AwsCredentials();
    System.setProperty(FILE, file.toString());
    return credentials;
  }

  @Override
  public void close() {
    before.forEach((name, value) -> {
      if (value == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, value);
      }
    });
  }
}
