/**
 * Reading XML that strangers wrote.
 *
 * <p>{@link dev.groma.engine.xml.SafeXml} opens a StAX reader that fetches nothing, expands nothing
 * and refuses a document type declaration.
 */
@NullMarked
package dev.groma.engine.xml;

import org.jspecify.annotations.NullMarked;
