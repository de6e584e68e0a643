package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * One analysis, submitted once and immutable from then on.
 *
 * <p>A spec or status that this version cannot read does not fail the whole list it stands in: it
 * becomes one whose {@code unreadable} member says why (see {@link LenientMember}).
 */
@Group(LayoutJob.GROUP)
@Version(LayoutJob.VERSION)
// Unsaid, it is worked out with regular expressions, for each object that is made.
@Plural("layoutjobs")
@ShortNames("lj")
@Categories("groma")
@JsonClassDescription(
    "One geometry analysis, submitted once: the operator runs it to exactly one recorded outcome.")
@AdditionalPrinterColumn(name = "ENGINE", jsonPath = ".status.engine")
@AdditionalPrinterColumn(name = "PHASE", jsonPath = ".status.phase")
@AdditionalPrinterColumn(
    name = "PROGRESS",
    jsonPath = ".status.progress.percent",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "ATTEMPTS",
    jsonPath = ".status.attempts",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "REASON",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(name = "DURATION", jsonPath = ".status.duration")
@AdditionalPrinterColumn(
    name = "AGE",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "POD", jsonPath = ".status.runner.podName", priority = 1)
@AdditionalPrinterColumn(name = "RESULT", jsonPath = ".status.resultLocation", priority = 1)
@AdditionalPrinterColumn(name = "CORRELATION", jsonPath = ".spec.correlationId", priority = 1)
public class LayoutJob extends CustomResource<LayoutJobSpec, LayoutJobStatus>
    implements Namespaced {

  public static final String GROUP = "groma.dev";
  public static final String VERSION = "v1alpha1";
  public static final String API_VERSION = GROUP + "/" + VERSION;
  public static final String KIND = "LayoutJob";

  private static final long serialVersionUID = 1L;

  @Required
  @Override
  @JsonPropertyDescription(
      "What to analyse and how. Only suspend, cancel, retry and ttlSecondsAfterFinished may"
          + " change: to run something else, create another LayoutJob.")
  public LayoutJobSpec getSpec() {
    return super.getSpec();
  }

  @Override
  @JsonDeserialize(using = LenientMember.OfSpec.class)
  public void setSpec(LayoutJobSpec spec) {
    super.setSpec(spec);
  }

  @Override
  @JsonPropertyDescription("What became of the job; written by the operator alone.")
  public @Nullable LayoutJobStatus getStatus() {
    return super.getStatus();
  }

  @Override
  @JsonDeserialize(using = LenientMember.OfStatus.class)
  public void setStatus(@Nullable LayoutJobStatus status) {
    super.setStatus(status);
  }

  @Override
  protected @Nullable LayoutJobSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable LayoutJobStatus initStatus() {
    return null;
  }
}
