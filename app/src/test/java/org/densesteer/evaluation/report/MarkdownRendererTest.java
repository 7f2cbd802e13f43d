package org.densesteer.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {

  @Test
  void escapesMarkup() {
    assertEquals(
        "\\*a\\* \\| \\<b\\> \\[c\\]\\(d\\) \\`e\\` \\\\f".replace("\\(", "(").replace("\\)", ")"),
        MarkdownRenderer.escape("*a* | <b> [c](d) `e` \\f"));
    assertEquals("two lines", MarkdownRenderer.escape("two\nlines"));
  }

  @Test
  void writesTables() {
    assertEquals(
        "| a | b |\n|---|---|\n| 1\\|2 | x |\n\n",
        MarkdownRenderer.render(
            List.of(new ReportBlock.Table(List.of("a", "b"), List.of(List.of("1|2", "x"))))));
  }

  @Test
  void fencesAreLongerThanWhatTheyHold() {
    assertEquals(
        "`````\na ```` b\n`````\n\n",
        MarkdownRenderer.render(List.of(new ReportBlock.Verbatim("a ```` b\n"))));
  }
}
