package dev.groma.operator.simulation;

import java.util.List;

/**
 * How likely each kind of fault is in a schedule, of a thousand times; all are 0 in one that is
 * undisturbed.
 *
 * @param errorBefore a request fails and has done nothing
 * @param errorAfter a request has its effect and its answer is lost
 * @param crash the operator is killed before or after a request
 * @param pause the operator stands still around a request, for up to ten minutes
 * @param lag a change reaches a cache late, after up to half a minute
 * @param brokenWatch a watch breaks with a change and lists anew within two minutes
 * @param duplicate a change reaches a cache twice
 * @param leaderChange the other operator leads, each half minute
 * @param refusal the API server does not take a Job, now or ever
 * @param twoPods the Job controller makes a second Pod, kubernetes/kubernetes#130103
 * @param queue Kueue holds a Job, and takes it back
 * @param slowStart a Pod is kept from starting
 * @param disruption a Pod is evicted, drained, or vanishes, or its node does
 * @param failure a runner fails in one of its ways
 * @param lie a runner reports what is not so
 * @param people somebody changes the spec, or deletes a Job or a Pod, each half minute
 * @param stranger a Job of somebody else takes the name of an attempt's
 */
record Faults(
    int errorBefore,
    int errorAfter,
    int crash,
    int pause,
    int lag,
    int brokenWatch,
    int duplicate,
    int leaderChange,
    int refusal,
    int twoPods,
    int queue,
    int slowStart,
    int disruption,
    int failure,
    int lie,
    int people,
    int stranger) {

  /** Nothing goes wrong. */
  static Faults none() {
    return new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Some kinds, each rarely or often. */
  static Faults some(Chance chance) {
    return new Faults(
        dial(chance, 30, 150),
        dial(chance, 30, 150),
        dial(chance, 20, 100),
        dial(chance, 20, 150),
        dial(chance, 100, 700),
        dial(chance, 20, 150),
        dial(chance, 50, 300),
        dial(chance, 100, 500),
        dial(chance, 20, 100),
        dial(chance, 100, 500),
        dial(chance, 200, 800),
        dial(chance, 100, 500),
        dial(chance, 100, 600),
        dial(chance, 200, 800),
        dial(chance, 50, 400),
        dial(chance, 100, 500),
        dial(chance, 50, 400));
  }

  private static int dial(Chance chance, int rarely, int often) {
    return chance.oneOf(List.of(0, rarely, often));
  }
}
