/**
 * Reading the height tiles of SRTM and its kin: one degree by one degree, named by their
 * south-western corner. {@link dev.groma.engine.hgt.Hgt} is the entry.
 */
@NullMarked
package dev.groma.engine.hgt;

import org.jspecify.annotations.NullMarked;
