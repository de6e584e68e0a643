package dev.groma.api.layoutjob;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Function;

/**
 * Reads a member of a custom resource without ever failing.
 *
 * <p>An informer reads many objects at a time and gives up on all of them when one does not fit its
 * class, as an object stored under another version of the CRD may not. So a member that does not
 * fit becomes a value that carries the reason, and only that one object is set aside.
 *
 * @param <T> the member's type
 */
public abstract class LenientMember<T> extends JsonDeserializer<T> {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Class<T> type;
  private final Function<String, T> unreadable;

  /**
   * A reader of members of one type.
   *
   * @param unreadable makes a value that carries why the stored one does not fit
   */
  protected LenientMember(Class<T> type, Function<String, T> unreadable) {
    this.type = type;
    this.unreadable = unreadable;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode tree = parser.readValueAsTree();
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException misfit) {
      return unreadable.apply(misfit.getOriginalMessage());
    }
  }

  /** Reads a spec. */
  static final class OfSpec extends LenientMember<LayoutJobSpec> {
    OfSpec() {
      super(LayoutJobSpec.class, LayoutJobSpec::unreadable);
    }
  }

  /** Reads a status. */
  static final class OfStatus extends LenientMember<LayoutJobStatus> {
    OfStatus() {
      super(LayoutJobStatus.class, LayoutJobStatus::unreadable);
    }
  }
}
