/**
 * Reading JSON that people wrote by hand or by program, and telling them everything that is wrong
 * with it.
 *
 * <p>{@link dev.groma.engine.json.JsonReader} is the entry. It reads an input as a stream, without
 * a tree, and collects every problem with its JSON path, line and column: wrong types, missing,
 * unknown and repeated members, numbers that are not finite, bytes that are not UTF-8, text after
 * the end. Only a syntax error ends the reading, because nothing after it can be trusted. {@link
 * dev.groma.engine.json.ParameterReader} does the same for the parameters of an engine, which
 * arrive as a tree.
 *
 * <p>Terms: a <em>member</em> is a name and value of an object, an <em>element</em> a value of an
 * array. A path is written {@code walls[3].end[0]}; lines and columns count from 1, columns in
 * UTF-16 units.
 */
@NullMarked
package dev.groma.engine.json;

import org.jspecify.annotations.NullMarked;
