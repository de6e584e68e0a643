package dev.groma.e2e.reliability;

/** What is promised, in the order of the page. */
public enum Promise {
  ONE_OUTCOME("A job runs to one recorded outcome, one Job for each attempt, whoever is killed"),
  OUTAGE("An outage of the API server or of etcd delays jobs and loses none"),
  NETWORK("A network that refuses, delays, cuts and swallows requests loses no job"),
  LEADER("Of several operators one works, and another takes over when it is gone"),
  ONE_JOB("Each request that a queue brings has one job, and no message is lost"),
  RUNNER("A runner that vanishes, lies or comes twice changes nothing but its own attempt"),
  NODE("What a real node does to runners is told apart, and costs attempts rather than jobs"),
  RELEASE("A release is rolled out, upgraded, taken back and removed without harm to its jobs"),
  NO_LOST_CHANGE("A change of the spec that lands during a status write is not lost"),
  BUDGET("A successful job costs the operator at most four writes and no read");

  private final String words;

  Promise(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
