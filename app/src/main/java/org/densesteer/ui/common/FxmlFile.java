package org.densesteer.ui.common;

import java.net.URL;

/** Every view of the window, by its file in the resource folder {@code /fxml}. */
public enum FxmlFile {
  /** Frame of the window. */
  SHELL("shell.fxml"),
  /** Toolbar. */
  TOOLBAR("shell-toolbar.fxml"),
  /** Models to get. */
  GET_MODEL("get-model.fxml"),
  /** Keys and definitions. */
  HELP("help.fxml"),
  /** Commands to look for. */
  PALETTE("palette.fxml"),
  /** Version and libraries. */
  ABOUT("about.fxml"),
  /** Prompt panel. */
  PROMPT("prompt.fxml"),
  /** Which fields of a problem file are what. */
  PROBLEM_FIELDS("problem-fields.fxml"),
  /** Right answer of a person's own question. */
  OWN_ANSWER("own-answer.fxml"),
  /** Steering panel. */
  STEERING("steering.fxml"),
  /** Panes and charts side by side. */
  COMPARE("compare.fxml"),
  /** Answers before an audience. */
  STAGE("stage.fxml"),
  /** Settings of an arm. */
  ARM("arm.fxml"),
  /** Strengths of a fan. */
  FAN("fan.fxml"),
  /** Sweep over layers and strengths. */
  SWEEP("sweep.fxml"),
  /** Question before the window is left. */
  LEAVE("leave.fxml"),
  /** Status line. */
  STATUS("status.fxml"),
  /** Pairs and the vector made of them. */
  EXTRACT("extract.fxml"),
  /** Export of a vector. */
  EXPORT("export.fxml"),
  /** A figure on its way to a file. */
  FIGURE("figure.fxml"),
  /** The library of vectors. */
  VECTORS("vectors.fxml"),
  /** A file on its way into the library. */
  VECTORS_IMPORT("vectors-import.fxml"),
  /** A vector made of others. */
  VECTORS_COMBINE("vectors-combine.fxml"),
  /** Windows that were not closed. */
  SESSION_RECOVERY("session-recovery.fxml"),
  /** Which runs a session file is to hold. */
  SESSION_SAVE("session-save.fxml"),
  /** The runs that were made. */
  NOTEBOOK("notebook.fxml"),
  /** The latest runs beside the answers. */
  NOTEBOOK_DRAWER("notebook-drawer.fxml"),
  /** Two answers word by word. */
  RUN_DIFF("run-diff.fxml"),
  /** Some problems at the present setting. */
  SMALL_BATCH("small-batch.fxml"),
  /** Words lifted and suppressed. */
  WORDS("words.fxml"),
  /** Hidden states against the vector. */
  ALIGNMENT("alignment.fxml"),
  /** A probe in the making. */
  PROBE("probe.fxml"),
  /** Two continuations over strengths. */
  CHOICE("choice.fxml");

  private final String fileName;

  FxmlFile(String fileName) {
    this.fileName = fileName;
  }

  /** Where the file lies on the class path. */
  public URL url() {
    URL url = FxmlFile.class.getResource("/fxml/" + fileName);
    if (url == null) {
      throw new IllegalStateException("The view /fxml/" + fileName + " is not on the class path.");
    }
    return url;
  }
}
