package org.densesteer.steering.format;

/**
 * How to use an exported vector in another tool.
 *
 * @param tool name of the tool
 * @param text the command or lines of code to copy; empty when the tool cannot use the file
 * @param note complete sentences about what to fill in, or why the file cannot be used
 */
public record UsageHint(String tool, String text, String note) {

  /** Whether the tool can use the file. */
  public boolean usable() {
    return !text.isEmpty();
  }
}
