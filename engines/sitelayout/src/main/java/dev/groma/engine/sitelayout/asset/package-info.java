/**
 * What is built on a site: kinds of assets with their sizes and limits, and where each one stands.
 *
 * <p>{@link dev.groma.engine.sitelayout.asset.Catalogue} is the entry. An <em>asset type</em> is a
 * rectangle with rules; a <em>footprint</em> is that rectangle at a place; an <em>asset</em> has a
 * name too. Lengths are metres, slopes percent, powers kilowatts.
 */
@NullMarked
package dev.groma.engine.sitelayout.asset;

import org.jspecify.annotations.NullMarked;
