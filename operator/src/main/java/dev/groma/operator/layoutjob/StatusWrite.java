package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.operator.life.Order;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;

/**
 * Writes a status, on the version of the LayoutJob that it was decided on and no other: the API
 * server answers 409 where anyone has changed anything since.
 *
 * @param context of the reconcile
 * @param primary as it was observed
 */
record StatusWrite(Context<LayoutJob> context, LayoutJob primary) {

  private static final PatchContext MERGE =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(LayoutJobReconciler.FIELD_MANAGER)
          .build();

  /** The LayoutJob as it is stored then. */
  LayoutJob apply(LayoutJobStatus status) {
    LayoutJob fresh = new LayoutJob();
    fresh.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(primary.getMetadata().getNamespace())
            .withName(primary.getMetadata().getName())
            // A successor of the same name is not to inherit this status.
            .withUid(primary.getMetadata().getUid())
            .withResourceVersion(primary.getMetadata().getResourceVersion())
            .build());
    fresh.setStatus(withoutForeignProgress(status));
    return isReadable()
        ? context.resourceOperations().serverSideApplyPrimaryStatus(fresh)
        : context.getClient().resource(fresh).subresource("status").patch(MERGE, asJson(fresh));
  }

  /**
   * The report endpoint owns the progress, but for the last word on a job that succeeded: what is
   * not sent again of one's own is taken away.
   */
  private static LayoutJobStatus withoutForeignProgress(LayoutJobStatus status) {
    return status.phase() == Phase.SUCCEEDED ? status : status.withProgress(null);
  }

  /**
   * Server-side apply has to understand the whole stored object and answers 500 where the spec does
   * not fit the CRD; a merge patch leaves the spec alone.
   */
  private boolean isReadable() {
    return Order.isReadable(primary.getSpec());
  }

  private String asJson(LayoutJob fresh) {
    return context.getClient().getKubernetesSerialization().asJson(fresh);
  }
}
