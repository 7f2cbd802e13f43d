package org.densesteer.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densesteer.figure.Table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatexTableTest {

  private static final Origin ORIGIN = new Origin("Made\nof 5 % & more.", "{\"a\":1}");

  @TempDir Path folder;

  private static Table table(int rows) {
    return new Table(
        "Differences Δ with 95 % intervals; λ ≥ −2 · “as it is” … a_b^c ~ $1 #2 {x} \\y <z> |w| \"v\"",
        "a-table",
        List.of(Column.text("arm"), Column.number("λ")),
        Collections.nCopies(rows, List.of("[−1.0, ✓ ✗ +5.0] → 3×4 – ‖h‖ ρ α é", "−2")));
  }

  @Test
  void aLongTableGoesOverSeveralPages() {
    String shortOne = LatexTable.of(table(40), ORIGIN);
    assertTrue(shortOne.contains("\\begin{table}[t]") && !shortOne.contains("longtable"));
    String longOne = LatexTable.of(table(41), ORIGIN);
    assertTrue(longOne.contains("% \\usepackage{booktabs,longtable}\n"));
    assertFalse(longOne.contains("\\begin{table}"));
    assertEquals(2, Pattern.compile("arm & ").matcher(longOne).results().count(), "its head again");
    assertEquals(41, Pattern.compile("\\{\\}\\[\\$-\\$1").matcher(longOne).results().count());
  }

  @Test
  void pdfLatexTakesIt() throws Exception {
    String latex =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(place -> Path.of(place, "pdflatex"))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst()
            .orElse("");
    assumeTrue(!latex.isEmpty(), "there is no pdflatex on this machine");
    String document =
        "\\documentclass{article}\n\\usepackage{booktabs,longtable,amssymb,textcomp}\n"
            + "\\usepackage[T1]{fontenc}\n\\begin{document}\n"
            + LatexTable.of(table(3), ORIGIN)
            + LatexTable.of(table(90), ORIGIN)
            + "\\end{document}\n";
    Files.writeString(folder.resolve("paper.tex"), document);
    Process process =
        new ProcessBuilder(latex, "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), () -> read(folder.resolve("said")));
    assertTrue(Files.size(folder.resolve("paper.pdf")) > 1000);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
