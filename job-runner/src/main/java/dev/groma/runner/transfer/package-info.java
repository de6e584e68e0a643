/**
 * What all ways of bringing bytes in and out have in common: how they fail, how they try again, how
 * they are stopped.
 *
 * <p>A <em>transfer</em> fetches an input or stores artifacts. It ends whole or with a {@link
 * dev.groma.runner.transfer.TransferException}, which says whether trying again later may help.
 * {@link dev.groma.runner.transfer.ArtifactStore} is where artifacts go; {@link
 * dev.groma.runner.transfer.Stoppable} runs a transfer so that another thread can end it.
 */
@NullMarked
package dev.groma.runner.transfer;

import org.jspecify.annotations.NullMarked;
