package org.densesteer.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.densesteer.common.FaultException;
import org.densesteer.common.OtherLocale;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.Provenance;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SweepReportTest {

  private static final String HOSTILE =
      "What is 1? </td><script>alert('x')</script> & ]]> \u0000 ```` | <img src=x onerror=y>";

  @TempDir Path path;

  private static final String[] LANGUAGES = OtherLocale.ALL;

  private SweepReport report(ProblemSet problems, double split, String placebos) {
    return report(path, problems, split, placebos);
  }

  private static SweepReport report(Path path, ProblemSet problems, double split, String placebos) {
    SweepFolder folder = new SweepFolder(path);
    new SweepRunner(
            SweepFixture.plan(problems, split, placebos, 16),
            problems,
            SweepFixture.VECTOR,
            new PaperEngine())
        .run(folder, SweepFixture.ORIGIN, false, answer -> {}, Progress.NONE, new SweepControl());
    return SweepReport.write(folder);
  }

  private static ProblemSet hostileProblems() {
    List<Problem> problems = new ArrayList<>(SweepFixture.problems(19).problems());
    problems.add(0, new Problem("<b>", HOSTILE, "1", AnswerStyle.GSM8K));
    return new ProblemSet("sums", problems, Provenance.TYPED);
  }

  private static Document parse(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void isWellFormedWhateverTheTextsHold() throws Exception {
    SweepReport report = report(hostileProblems(), 0, "random:2,flip,concise");
    Document document = parse(Files.readString(report.html()));
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertEquals(0, document.getElementsByTagName("img").getLength());
    assertEquals(7, document.getElementsByTagName("svg").getLength());
    assertEquals("Sweep of dense on tiny <model>", text(document, "title"));
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      assertFalse(all.item(i).getAttributes().getNamedItem("onerror") != null);
      assertFalse(all.item(i).getAttributes().getNamedItem("src") != null);
    }
  }

  @Test
  void saysWhatWasFound() throws IOException {
    SweepReport report = report(SweepFixture.problems(40), 0.5, "random:2,flip");
    String html = Files.readString(report.html());
    assertTrue(
        html.contains(
            "Layer 2, strength 2 was chosen by accuracy on the tuning part (20 problems) and is"
                + " reported on the test part (20 problems)"),
        html);
    assertTrue(html.contains("Steps fall by 2.00 on each of 20 problems alike; p"), html);
    assertTrue(html.contains("placebos"), html);
    assertTrue(html.contains("densesteer sweep --problems &#39;my sums.jsonl&#39;"), html);
    String markdown = Files.readString(report.markdown());
    assertTrue(markdown.contains("# Sweep of dense on tiny \\<model\\>"), markdown);
    assertTrue(markdown.contains("| λ -2 | λ 0 | λ 1 | λ 2 |"), markdown);
    assertTrue(markdown.contains("densesteer sweep --problems 'my sums.jsonl'"), markdown);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyFileIsTheSameWhateverLanguageTheComputerSpeaks(String language) throws IOException {
    Path english = path.resolve("english");
    Path other = path.resolve("other");
    report(english, SweepFixture.problems(40), 0.5, "random:2,flip");
    try (OtherLocale here = new OtherLocale(language)) {
      report(other, SweepFixture.problems(40), 0.5, "random:2,flip");
    }
    try (Stream<Path> files = Files.list(english)) {
      List<Path> written = files.toList();
      assertEquals(9, written.size(), written::toString);
      for (Path file : written) {
        assertEquals(Files.readString(file), Files.readString(other.resolve(file.getFileName())));
      }
    }
  }

  @Test
  void warnsWhenChosenAndReportedOnTheSameProblems() throws IOException {
    String html = Files.readString(report(SweepFixture.problems(20), 0, "").html());
    assertTrue(html.contains("the best of 6 cells looks better than it is"), html);
    assertFalse(html.contains("The chosen cell and its placebos"), html);
  }

  @Test
  void isTheSameForTheSameSweep() throws IOException {
    SweepReport report = report(SweepFixture.problems(20), 0.5, "flip");
    String html = Files.readString(report.html());
    SweepReport.write(new SweepFolder(path));
    assertEquals(html, Files.readString(report.html()));
  }

  @Test
  void refusesAnUnfinishedSweep() throws IOException {
    report(SweepFixture.problems(20), 0.5, "flip");
    Path answers = path.resolve("answers.jsonl");
    List<String> lines = Files.readAllLines(answers);
    Files.write(answers, lines.subList(0, lines.size() - 3));
    FaultException fault =
        assertThrows(FaultException.class, () -> SweepReport.write(new SweepFolder(path)));
    assertTrue(fault.getMessage().contains("at least 3 answers are missing"), fault.getMessage());
  }

  @Test
  void refusesAFolderWithoutASweep() {
    FaultException fault =
        assertThrows(FaultException.class, () -> SweepReport.write(new SweepFolder(path)));
    assertTrue(fault.getMessage().contains("plan.json"), fault.getMessage());
  }

  private static String text(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getTextContent();
  }
}
