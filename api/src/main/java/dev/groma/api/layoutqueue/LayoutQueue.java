package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LenientMember;
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
 * An SQS queue whose messages become LayoutJobs.
 *
 * <p>A spec or status that this version cannot read does not fail the whole list it stands in: it
 * becomes one whose {@code unreadable} member says why (see {@link LenientMember}).
 */
@Group(LayoutJob.GROUP)
@Version(LayoutJob.VERSION)
// Unsaid, it is worked out with regular expressions, for each object that is made.
@Plural("layoutqueues")
@ShortNames("lq")
@Categories("groma")
@JsonClassDescription(
    "An SQS queue whose messages become LayoutJobs: each is deleted only after its job is stored.")
@AdditionalPrinterColumn(
    name = "READY",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(
    name = "DEPTH",
    jsonPath = ".status.depth.visible",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "ACCEPTED",
    jsonPath = ".status.accepted",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "DEAD",
    jsonPath = ".status.deadLettered",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "LAST RECEIVE",
    jsonPath = ".status.lastReceiveTime",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(
    name = "AGE",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(
    name = "DUPLICATE",
    jsonPath = ".status.duplicate",
    type = AdditionalPrinterColumn.Type.INTEGER,
    priority = 1)
@AdditionalPrinterColumn(
    name = "REJECTED",
    jsonPath = ".status.rejected",
    type = AdditionalPrinterColumn.Type.INTEGER,
    priority = 1)
@AdditionalPrinterColumn(name = "URL", jsonPath = ".spec.queue.url", priority = 1)
public class LayoutQueue extends CustomResource<LayoutQueueSpec, LayoutQueueStatus>
    implements Namespaced {

  public static final String KIND = "LayoutQueue";

  private static final long serialVersionUID = 1L;

  @Required
  @Override
  @JsonPropertyDescription("Which queue, how it is read, and what becomes of its messages.")
  public LayoutQueueSpec getSpec() {
    return super.getSpec();
  }

  @Override
  @JsonDeserialize(using = QueueSpecReader.class)
  public void setSpec(LayoutQueueSpec spec) {
    super.setSpec(spec);
  }

  @Override
  @JsonPropertyDescription("How the queue does; written by the bridge alone.")
  public @Nullable LayoutQueueStatus getStatus() {
    return super.getStatus();
  }

  @Override
  @JsonDeserialize(using = QueueStatusReader.class)
  public void setStatus(@Nullable LayoutQueueStatus status) {
    super.setStatus(status);
  }

  @Override
  protected @Nullable LayoutQueueSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable LayoutQueueStatus initStatus() {
    return null;
  }
}
