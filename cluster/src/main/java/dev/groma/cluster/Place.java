package dev.groma.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * The network that programs are in.
 *
 * @param address IPv4 address that their servers listen on, reachable from this JVM
 * @param entry command that runs another one there; empty for the network of this JVM
 */
public record Place(String address, List<String> entry) {

  /** The loopback interface of this machine. */
  public static final Place LOOPBACK = new Place("127.0.0.1", List.of());

  /** Copies the list. */
  public Place {
    entry = List.copyOf(entry);
  }

  /** What to start so that {@code command} runs there. */
  public List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(entry);
    whole.addAll(command);
    return whole;
  }
}
