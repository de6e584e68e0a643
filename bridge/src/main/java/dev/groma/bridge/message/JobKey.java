package dev.groma.bridge.message;

/** Where a LayoutJob stands. */
public record JobKey(String namespace, String name) {

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
