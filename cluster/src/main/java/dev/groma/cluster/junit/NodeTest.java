package dev.groma.cluster.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Resolves parameters of type {@link dev.groma.cluster.realnode.RealNode}: one node for all tests
 * of the JVM. Where there can be none, the tests are skipped with a line that says why; in CI they
 * fail. They are of the group {@code node}, so that a build can run them by themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("node")
@ExtendWith(NodeExtension.class)
public @interface NodeTest {}
