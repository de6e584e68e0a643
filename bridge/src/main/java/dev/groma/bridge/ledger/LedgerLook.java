package dev.groma.bridge.ledger;

import dev.groma.bridge.message.JobKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The pages of a ledger at one moment. */
record LedgerLook(Instant at, List<Page> pages) implements Ledger.Pages {

  LedgerLook {
    pages = List.copyOf(pages);
  }

  @Override
  public Optional<Boolean> isSameContent(JobKey job, String contentHash) {
    Tombstone asked = Tombstone.of(job, contentHash);
    return find(asked).map(entry -> entry.content() == asked.content());
  }

  @Override
  public Optional<Instant> writtenAt(JobKey job) {
    return find(Tombstone.of(job, "")).map(Page.Entry::writtenAt);
  }

  private Optional<Page.Entry> find(Tombstone tombstone) {
    return pages.stream()
        .map(page -> page.entries().get(tombstone.mark()))
        .filter(entry -> entry != null)
        .findFirst();
  }
}
