package dev.groma.api.layoutqueue;

import dev.groma.api.layoutjob.LenientMember;

/** Reads the spec of a LayoutQueue. */
final class QueueSpecReader extends LenientMember<LayoutQueueSpec> {
  QueueSpecReader() {
    super(LayoutQueueSpec.class, LayoutQueueSpec::unreadable);
  }
}
