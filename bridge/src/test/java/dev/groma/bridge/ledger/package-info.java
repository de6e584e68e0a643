@NullMarked
package dev.groma.bridge.ledger;

import org.jspecify.annotations.NullMarked;
