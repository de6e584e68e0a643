package dev.groma.images;

/** A processor architecture that images are made for, under the name that OCI has for it. */
public enum Architecture {
  /** x86-64. */
  AMD64("amd64"),
  /** AArch64. */
  ARM64("arm64");

  private final String oci;

  Architecture(String oci) {
    this.oci = oci;
  }

  /** As in GOARCH, which OCI takes its names from. */
  public String oci() {
    return oci;
  }
}
