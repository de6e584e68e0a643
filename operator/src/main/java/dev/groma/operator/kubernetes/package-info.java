/**
 * What the operator is made of, and what it does when it can see no more. {@link
 * dev.groma.operator.kubernetes.OperatorBeans} puts the parts together.
 */
@NullMarked
package dev.groma.operator.kubernetes;

import org.jspecify.annotations.NullMarked;
