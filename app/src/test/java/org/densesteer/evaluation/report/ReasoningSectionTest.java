package org.densesteer.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Json;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of a model that thinks in a block before it answers. */
class ReasoningSectionTest {

  @TempDir Path path;

  /** Thinks of another number, answers in a box and goes on; every fourth block is cut. */
  private static final class Thinker implements AnswerEngine {

    @Override
    public Prompt prompt(ChatFrame frame, String userTurn) {
      return new Prompt(userTurn, new int[] {1});
    }

    @Override
    public void answer(BatchRequest batch, BatchRequest.Listener listener, SweepControl control) {
      for (int i = 0; i < batch.answers().size(); i++) {
        String asked = batch.answers().get(i).prompt().text();
        String number = asked.replaceAll("(?s).*What is (\\d+).*", "$1");
        boolean cut = Integer.parseInt(number) % 4 == 0;
        String thought = "<think>|Let me see.|\n\n|Not 99.|";
        String rest = "</think>|\n\n|It is| \\boxed{" + number + "}.| Checked| 2 times.";
        listener.onAnswer(i, answer((cut ? thought : thought + rest).split("\\|"), cut));
      }
    }

    private static BatchAnswer answer(String[] texts, boolean cut) {
      int[] ends = Arrays.stream(texts).mapToInt(String::length).toArray();
      Arrays.parallelPrefix(ends, Integer::sum);
      double[] nll = new double[texts.length];
      Arrays.fill(nll, 0.5);
      return new BatchAnswer(
          Arrays.stream(texts).mapToInt(String::hashCode).toArray(),
          String.join("", texts),
          cut ? StopReason.LENGTH : StopReason.END_OF_TEXT,
          nll,
          new double[0],
          ends,
          false);
    }

    @Override
    public int countTokens(String text) {
      return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
  }

  private SweepFolder sweep(AnswerEngine engine) {
    ProblemSet problems = SweepFixture.problems(20);
    SweepFolder folder = new SweepFolder(path);
    new SweepRunner(
            SweepFixture.plan(problems, 0.5, "flip", 16), problems, SweepFixture.VECTOR, engine)
        .run(folder, SweepFixture.ORIGIN, false, answer -> {}, Progress.NONE, new SweepControl());
    return folder;
  }

  @Test
  void tellsBlockAndAnswerApart() throws IOException {
    SweepFolder folder = sweep(new Thinker());
    String markdown = Files.readString(SweepReport.write(folder).markdown());
    assertTrue(markdown.contains("## Reasoning blocks"), markdown);
    JsonNode reasoning =
        Json.LENIENT.readTree(folder.resultsFile().toFile()).at("/check/0/reasoning");
    assertEquals(1, reasoning.get("share").doubleValue());
    assertEquals(2, reasoning.get("block_steps").doubleValue());
    assertEquals(5, reasoning.get("block_tokens").doubleValue());
    double cut = reasoning.get("cut_share").doubleValue();
    assertTrue(cut > 0 && cut < 1);
    assertEquals(0.5, reasoning.get("answer_nll_with_prompt").doubleValue());
  }

  @Test
  void tellsTheBenchmarksFigureWhereItDiffers() throws IOException {
    SweepFolder folder = sweep(new Thinker());
    String markdown = Files.readString(SweepReport.write(folder).markdown());
    assertTrue(markdown.contains("Accuracy, benchmark's rule"), markdown);
    assertTrue(markdown.contains("✓ right (wrong by the benchmark's rule)"), markdown);
    JsonNode means = Json.LENIENT.readTree(folder.resultsFile().toFile()).at("/baseline/means");
    assertTrue(means.get("accuracy").doubleValue() > 0.5);
    assertTrue(means.get("benchmark_accuracy").doubleValue() <= 0.1); // only 2 is followed by 2
  }

  @Test
  void neitherIsToldWhereThereIsNothingToTell() throws IOException {
    String markdown = Files.readString(SweepReport.write(sweep(new PaperEngine())).markdown());
    assertFalse(markdown.contains("Reasoning blocks"), markdown);
    assertFalse(markdown.contains("Accuracy, benchmark's rule"), markdown);
    assertTrue(markdown.contains("give the same accuracy in every line"), markdown);
  }
}
