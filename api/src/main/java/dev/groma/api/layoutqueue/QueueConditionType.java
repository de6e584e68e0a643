package dev.groma.api.layoutqueue;

/** The conditions of a LayoutQueue; all of them stand in every status that the bridge writes. */
public enum QueueConditionType {
  Receiving("Messages are being received."),
  Ready(
      "True when the queue is read, or rests because spec.suspend says so: for tools that know"
          + " kstatus."),
  Reconciling(
      "True while the bridge waits for something that passes: for tools that know kstatus."),
  Stalled("True when a person has to do something first: for tools that know kstatus.");

  private final String meaning;

  QueueConditionType(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for the documentation. */
  public String meaning() {
    return meaning;
  }
}
