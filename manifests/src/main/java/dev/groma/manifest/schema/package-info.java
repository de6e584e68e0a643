/**
 * Checks manifests by the CRD itself, as the API server does: its structural schema and its CEL
 * rules.
 *
 * <p>Only keywords that are understood here may stand in the CRD; another one fails the reading, so
 * the check cannot silently fall behind. Null counts as absent and rules about a change (those that
 * name {@code oldSelf}) are passed over, both as the API server does for a new object; a rule is
 * evaluated where the values that it is about have the right form. {@link
 * dev.groma.manifest.schema.LayoutJobSchema} is the entry.
 */
@NullMarked
package dev.groma.manifest.schema;

import org.jspecify.annotations.NullMarked;
