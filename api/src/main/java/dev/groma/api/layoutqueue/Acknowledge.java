package dev.groma.api.layoutqueue;

/** When a message is deleted. */
public enum Acknowledge {
  /** As soon as its LayoutJob is stored. */
  OnStored,
  /** When its LayoutJob has ended. */
  OnCompleted
}
