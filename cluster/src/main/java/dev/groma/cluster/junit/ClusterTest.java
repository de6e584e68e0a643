package dev.groma.cluster.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Resolves parameters of type {@link dev.groma.cluster.ControlPlane} (the shared one) and {@link
 * TestNamespace} (a new one each time, deleted after the test or the class that asked for it).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface ClusterTest {}
