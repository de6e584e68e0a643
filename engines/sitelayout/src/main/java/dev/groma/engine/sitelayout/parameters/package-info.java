/**
 * What a job may set: a record for each group, with every default in one place.
 *
 * <p>{@link dev.groma.engine.sitelayout.parameters.SiteLayoutParameters} is the entry. The records
 * are what stands in {@code result.json}, with every default filled in. Lengths are metres, slopes
 * and grades percent, powers kilowatts.
 */
@NullMarked
package dev.groma.engine.sitelayout.parameters;

import org.jspecify.annotations.NullMarked;
