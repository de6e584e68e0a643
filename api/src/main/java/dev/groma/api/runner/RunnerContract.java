package dev.groma.api.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What all documents of the contract share. */
public final class RunnerContract {

  /** The version that every document carries; another version is refused, never guessed at. */
  public static final String API_VERSION = "runner.groma.dev/v1";

  /** The longest termination message that a kubelet keeps, in bytes. */
  public static final int TERMINATION_MESSAGE_MAX_BYTES = 4096;

  /** The name of the request file in the folder that a runner is handed. */
  public static final String REQUEST_FILE = "request.json";

  /**
   * The environment variable with the submitter's W3C Trace Context, by the convention that
   * programs without HTTP share.
   */
  public static final String TRACEPARENT = "TRACEPARENT";

  /** The name of the result file beside the artifacts. */
  public static final String RESULT_FILE = "result.json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private RunnerContract() {}

  /**
   * The mapper that reads the contract's documents: unknown members and trailing text are errors.
   */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads one document.
   *
   * @throws JsonProcessingException when the text is not one document of this type, version and
   *     kind
   */
  public static <T> T read(String text, Class<T> type) throws JsonProcessingException {
    T document = MAPPER.readValue(text, type);
    if (document == null) {
      throw new JsonMappingException(null, "a document is required, not null");
    }
    return document;
  }

  /**
   * A document as one line of JSON with members in alphabetical order: equal values, equal bytes.
   */
  public static String canonicalJson(Object document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("not a document of the runner contract", unwritable);
    }
  }
}
