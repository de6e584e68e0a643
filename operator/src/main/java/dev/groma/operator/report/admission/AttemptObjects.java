package dev.groma.operator.report.admission;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;

/** Where the objects of an attempt are looked up. */
public interface AttemptObjects {

  /** A Pod by its name. */
  Optional<Pod> pod(String namespace, String name);

  /** A Job by its name. */
  Optional<Job> job(String namespace, String name);

  /** A LayoutJob by its name. */
  Optional<LayoutJob> layoutJob(String namespace, String name);
}
