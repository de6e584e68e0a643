/**
 * What the program tells of a run while it lasts: a bar on a terminal, lines elsewhere, JSON lines
 * in a Pod. All of it goes to the standard error; the standard output is for answers.
 */
@NullMarked
package dev.groma.runner.report;

import org.jspecify.annotations.NullMarked;
