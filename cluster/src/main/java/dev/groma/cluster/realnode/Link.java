package dev.groma.cluster.realnode;

import dev.groma.cluster.program.Program;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A cable between this machine's network and a sandbox's; it is gone when either end is.
 *
 * <p>Its two addresses are of 198.18.0.0/15, which RFC 2544 sets aside for tests: no network has
 * them, and a NetworkPolicy that lets runners go to public addresses lets them go there.
 *
 * @param outside address of this machine's end
 * @param inside address of the sandbox's end
 */
record Link(String outside, String inside) {
  private static final Program ENV = new Program(Path.of("/usr/bin/env"));
  private static final int BLOCKS = 1 << 15;

  /** Lays one. */
  static Link lay(Sandbox sandbox) {
    String start = freeBlock();
    int last = Integer.parseInt(start.substring(start.lastIndexOf('.') + 1));
    String prefix = start.substring(0, start.lastIndexOf('.') + 1);
    var link = new Link(prefix + (last + 1), prefix + (last + 2));
    String name = "groma%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    String process = Long.toString(sandbox.firstProcess());
    run("ip", "link", "add", name, "type", "veth", "peer", "name", "outside", "netns", process);
    run("ip", "address", "add", link.outside + "/30", "dev", name);
    run("ip", "link", "set", name, "up");
    within(sandbox, "ip", "address", "add", link.inside + "/30", "dev", "outside");
    within(sandbox, "ip", "link", "set", "outside", "up");
    return link;
  }

  private static void within(Sandbox sandbox, String... words) {
    List<String> command = new ArrayList<>(sandbox.network());
    command.addAll(List.of(words));
    run(command.toArray(String[]::new));
  }

  private static void run(String... words) {
    ENV.run(List.of(words)).success();
  }

  /** The first of four addresses that this machine does not have. */
  private static String freeBlock() {
    while (true) {
      int block = ThreadLocalRandom.current().nextInt(BLOCKS) * 4;
      String start =
          "198.%d.%d.%d".formatted(18 + (block >> 16), (block >> 8) & 0xff, block & 0xff);
      if (isFree(start.substring(0, start.lastIndexOf('.') + 1))) {
        return start;
      }
    }
  }

  private static boolean isFree(String prefix) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .noneMatch(address -> address.getHostAddress().startsWith(prefix));
    } catch (SocketException e) {
      throw new IllegalStateException("cannot look at this machine's addresses", e);
    }
  }
}
