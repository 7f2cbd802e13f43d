package org.densesteer.samplemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Json;

/** Writes problems as JSON lines of {@code question} and {@code answer}. */
public final class ProblemSheet {

  /** How many problems the workbench ships. */
  public static final int SHIPPED = 200;

  private ProblemSheet() {}

  /** Writes the problems that the workbench offers; always the same ones. */
  public static void write(Path file) {
    write(file, FreshProblems.OFFERED.take(SHIPPED));
  }

  static void write(Path file, List<WordProblem> problems) {
    AtomicFiles.write(
        file,
        temporary -> {
          try (Writer out = Files.newBufferedWriter(temporary)) {
            for (WordProblem problem : problems) {
              ObjectNode line = Json.object();
              line.put("question", problem.question());
              line.put("answer", Integer.toString(problem.answer()));
              out.write(Json.COMPACT.writeValueAsString(line));
              out.write('\n');
            }
          }
        });
  }
}
