/**
 * The packaged operator against everything that breaks around it.
 *
 * <p>Each class has one kind of fault: {@code KillIT} kills the operator at each of its writes,
 * {@code OutageIT} takes the API server and etcd away, {@code NetworkIT} puts a broken network
 * between them, {@code LeaderIT} runs two operators, {@code RunnerIT} has runners that vanish and
 * lie, {@code RaceIT} changes specs during status writes, {@code BudgetIT} counts requests.
 *
 * <p>Terms: a <em>life</em> is what happens to one job when nothing breaks; the <em>arena</em> is a
 * namespace with an operator's rights, a proxy before the API server, and a node double.
 *
 * <p>Entry class: {@code Arena}.
 */
@NullMarked
package dev.groma.e2e.chaos;

import org.jspecify.annotations.NullMarked;
