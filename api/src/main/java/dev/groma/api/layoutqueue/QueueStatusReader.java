package dev.groma.api.layoutqueue;

import dev.groma.api.layoutjob.LenientMember;

/** Reads the status of a LayoutQueue. */
final class QueueStatusReader extends LenientMember<LayoutQueueStatus> {
  QueueStatusReader() {
    super(LayoutQueueStatus.class, LayoutQueueStatus::unreadable);
  }
}
