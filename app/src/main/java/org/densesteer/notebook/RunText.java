package org.densesteer.notebook;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;

/** The texts that runs can be taken away as. */
public enum RunText {
  /** A note: of one run with its answers, of several the table. */
  MARKDOWN(
      "Markdown",
      (runs, vectors) -> runs.size() == 1 ? RunMarkdown.of(runs.get(0)) : RunTable.markdown(runs)),
  /** A table for a paper. */
  LATEX("LaTeX table", (runs, vectors) -> RunTable.latex(runs)),
  /** All that is known, as session files have it. */
  JSON("JSON", (runs, vectors) -> json(runs)),
  /** Lines for a shell that give the same tokens. */
  COMMAND(
      "Command line",
      (runs, vectors) ->
          runs.stream()
              .map(run -> RunCommand.line(run, vectors::file))
              .collect(Collectors.joining("\n"))),
  /** A program that gives the same tokens. */
  PYTHON("Python for transformers", (runs, vectors) -> python(runs, vectors)),
  /** How it is cited. */
  CITATION(
      "Citation",
      (runs, vectors) -> runs.stream().map(RunCitation::of).collect(Collectors.joining("\n")));

  private final String title;
  private final BiFunction<List<Run>, VectorsAtHand, String> writer;

  RunText(String title, BiFunction<List<Run>, VectorsAtHand, String> writer) {
    this.title = title;
    this.writer = writer;
  }

  /** What a person calls it. */
  public String title() {
    return title;
  }

  /**
   * The text.
   *
   * @param runs one at least
   * @throws FaultException when these runs cannot be written so, with the reason
   */
  public String of(List<Run> runs, VectorsAtHand vectors) {
    return writer.apply(runs, vectors);
  }

  private static String json(List<Run> runs) {
    Object all =
        runs.size() == 1
            ? RunJson.of(runs.get(0))
            : runs.stream().map(RunJson::of).collect(Collectors.toList());
    return Json.text(Json.PRETTY, all);
  }

  private static String python(List<Run> runs, VectorsAtHand vectors) {
    if (runs.size() > 1) {
      throw new FaultException("A program writes one answer again; choose one run.");
    }
    return RunPython.of(runs.get(0), RunPython.chosen(runs.get(0)), vectors::direction);
  }
}
