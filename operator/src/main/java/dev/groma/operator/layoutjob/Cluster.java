package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Snapshot;
import java.util.Optional;

/**
 * Everything that the operator does to the world for one LayoutJob. Whatever may work the next time
 * (no answer, too many requests, a fault of the server's) comes as an exception, and the reconcile
 * is tried again.
 */
public interface Cluster {

  /** What the caches hold; nothing is read from the API server. */
  Snapshot observe();

  /**
   * The same read from the API server, with the complaints of components.
   *
   * @param seen what the caches hold
   */
  Snapshot lookCloser(Snapshot seen);

  /**
   * The same for an attempt that is merely slow.
   *
   * @return empty where too many have asked a moment ago
   */
  Optional<Snapshot> askWhy(Snapshot seen);

  /** Creates the Job of the current attempt. */
  Creation createJob(Decision.CreateJob decision);

  /** Deletes this Job and no namesake; its Pod gets SIGTERM. One that is gone is left alone. */
  void stopJob(RunnerJob job);

  /**
   * Writes the whole status, if nothing about the LayoutJob has changed since it was observed: a
   * decision that was made on old news must not be recorded.
   */
  Write writeStatus(LayoutJobStatus status);

  /** Deletes the LayoutJob, if nothing about it has changed since it was observed. */
  void deleteLayoutJob();

  /** Tells people of something that has been recorded. An event that is there is left alone. */
  void announce(Announcement announcement);

  /** How the creation of a Job went. */
  sealed interface Creation {

    /** The Job is there, just created or found as our own. */
    record Done() implements Creation {}

    /**
     * A Job of that name is there and is not ours.
     *
     * @param owner whose it is
     */
    record NameTaken(String owner) implements Creation {}

    /** Our own Job of that name is being deleted. */
    record Going() implements Creation {}

    /**
     * The API server will never take this Job.
     *
     * @param words its own
     */
    record Refused(String words) implements Creation {}

    /**
     * The API server does not take this Job now: a quota is used up, a right is missing, a policy
     * is against it. Nothing is wrong with the LayoutJob.
     *
     * @param words its own
     */
    record NotNow(String words) implements Creation {}

    /**
     * As many attempts as may be are at work; nothing was asked of the API server.
     *
     * @param atWork how many that is
     */
    record NoTurn(int atWork) implements Creation {}

    /** The namespace is being deleted, and this LayoutJob with it. */
    record NamespaceGoes() implements Creation {}
  }

  /** How the write of a status went. */
  sealed interface Write {

    /** The status is stored. */
    record Done() implements Write {}

    /** The LayoutJob has changed since it was observed; nothing is stored. */
    record Stale() implements Write {}

    /**
     * The status does not fit the CRD.
     *
     * @param words of the API server
     */
    record Refused(String words) implements Write {}

    /** The LayoutJob is not there any more. */
    record Gone() implements Write {}
  }

  /**
   * What people are told.
   *
   * @param warning whether something is wrong
   * @param key names the event: a second one of the same key is not stored
   * @param reason one CamelCase word
   * @param note the same for a person
   */
  record Announcement(boolean warning, String key, String reason, String note) {}
}
