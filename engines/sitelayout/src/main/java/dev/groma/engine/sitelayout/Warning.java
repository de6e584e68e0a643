package dev.groma.engine.sitelayout;

/**
 * Something that a person should know before using a result.
 *
 * @param about id of an asset or a road, or a word such as {@code terrain}
 * @param text one sentence: what is the matter and what helps
 */
public record Warning(String about, String text) {}
