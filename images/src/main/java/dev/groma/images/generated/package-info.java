/**
 * What Quarkus generates for a program, in a form that is the same for the same source; {@link
 * dev.groma.images.generated.GeneratedJar} writes it.
 *
 * <p>Quarkus 3.34 leaves three things to chance:
 *
 * <ul>
 *   <li>A <em>shared value</em>, which one build step makes and others use, is named by a counter
 *       of all steps ({@code BytecodeRecorderImpl.COUNT}), and they run side by side. Here the
 *       first use counts.
 *   <li>A <em>mapping</em>, an interface that settings are read through, comes in the order of a
 *       hash set of classes ({@code ConfigGenerationBuildStep}), which is that of their identity
 *       hash codes. Here it is that of names.
 *   <li>An object is recorded by its setters ({@code PropertyUtils}), and of several with one name
 *       counts the one that the JVM names last. One object of ours has such setters, the operator's
 *       retry; here it has none of them.
 * </ul>
 *
 * <p>None of them changes what the program does.
 */
@NullMarked
package dev.groma.images.generated;

import org.jspecify.annotations.NullMarked;
