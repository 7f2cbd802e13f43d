package org.densesteer.steering;

/**
 * One thing that a person should know about a vector before using it.
 *
 * @param severity how bad it is
 * @param sentence what and where, one complete sentence
 */
public record LintFinding(Severity severity, String sentence) {

  /** How bad a finding is. */
  public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** The effect will likely not be what is expected. */
    WARNING,
    /** The vector cannot be used this way. */
    ERROR
  }
}
