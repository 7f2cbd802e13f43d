package org.densesteer.figure;

import org.densesteer.common.AppVersion;

/**
 * What a figure shows and how that came about, for the place that each kind of file has for it.
 *
 * @param description a sentence for a person
 * @param settings the same for a program, as JSON on one line
 */
public record Origin(String description, String settings) {

  /** The program that draws. */
  static String program() {
    return "DenseSteer Workbench " + AppVersion.number();
  }
}
