package dev.groma.runner.s3;

import dev.groma.runner.transfer.TransferException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which S3 is meant. Credentials are not part of it: the SDK finds them as every program of AWS
 * does.
 *
 * @param endpoint of a service other than AWS; null for AWS
 * @param region null for the one that the SDK finds
 * @param pathStyle whether buckets are asked for as a folder of the endpoint rather than as a host
 */
public record S3Settings(@Nullable URI endpoint, @Nullable String region, boolean pathStyle) {

  /** The variable that holds the endpoint. */
  public static final String ENDPOINT = "GROMA_S3_ENDPOINT";

  /** The variable that holds the region. */
  public static final String REGION = "GROMA_S3_REGION";

  /** The variable that says {@code true} or {@code false} to path style. */
  public static final String PATH_STYLE = "GROMA_S3_PATH_STYLE";

  /**
   * The settings in these variables; an empty one counts as absent.
   *
   * @throws TransferException when one cannot be understood; it names the variable
   */
  public static S3Settings of(Map<String, String> environment) throws TransferException {
    String endpoint = environment.getOrDefault(ENDPOINT, "");
    String region = environment.getOrDefault(REGION, "");
    String pathStyle = environment.getOrDefault(PATH_STYLE, "");
    if (!Set.of("", "true", "false").contains(pathStyle)) {
      throw wrong(PATH_STYLE, "true or false", pathStyle);
    }
    return new S3Settings(
        endpoint.isEmpty() ? null : endpoint(endpoint),
        region.isEmpty() ? null : region,
        pathStyle.equals("true"));
  }

  private static URI endpoint(String text) throws TransferException {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException notOne) {
      // told below
    }
    throw wrong(ENDPOINT, "a URL such as https://s3.example.org", text);
  }

  private static TransferException wrong(String variable, String right, String text) {
    return TransferException.unreachable("%s must be %s, was %s".formatted(variable, right, text));
  }

  /** For a sentence: the endpoint, or AWS. */
  String describe() {
    return endpoint == null ? "AWS" : endpoint.toString();
  }
}
