package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which definitions the siteFit engine answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteFitMapping(
    @JsonPropertyDescription("Definitions that are siteFit jobs, at most 20. Required.")
        @Required
        @Size(min = 1, max = 20) List<Definition> definitions) {

  public SiteFitMapping {
    definitions = List.copyOf(definitions);
  }

  /** One definition. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Definition(
      @JsonPropertyDescription("What a message's definition says. Required.")
          @Required
          @Size(min = 1, max = 128) String name,
      @JsonPropertyDescription("What a message's version says. Default: any.")
          @Size(min = 1, max = 128) @Nullable String version) {}
}
