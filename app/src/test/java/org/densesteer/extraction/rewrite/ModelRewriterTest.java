package org.densesteer.extraction.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.ScriptedModel;
import org.junit.jupiter.api.Test;

class ModelRewriterTest {

  @Test
  void everyDraftGetsItsOwnRewrite() {
    ScriptedModel model =
        new ScriptedModel(
            chat -> " dense " + chat.replaceAll("(?s).*Problem:\nq(\\d+).*", "$1") + "\n");
    Map<Integer, String> told = new TreeMap<>();
    new ModelRewriter(model, TemplateVariables.NONE)
        .rewrite(
            IntStream.range(0, 19)
                .mapToObj(i -> new PairDraft("q" + i, "a\n\nb", "", null))
                .toList(),
            told::put,
            Progress.NONE,
            new Cancellation());
    assertEquals(19, told.size());
    told.forEach((index, dense) -> assertEquals("dense " + index, dense));
  }

  @Test
  void theRequestHoldsInstructionProblemAndSolution() {
    String request = ModelRewriter.request(new PairDraft("100% of 7?", "a\n\nb", "", null));
    assertTrue(request.startsWith("Below are a problem and a solution"));
    assertTrue(request.contains("merge two adjacent steps"));
    assertTrue(request.contains("\n\nProblem:\n100% of 7?\n\nSolution:\na\n\nb\n\nRewritten"));
  }

  @Test
  void aRewriteThatWasCutOffCountsAsNone() {
    ScriptedModel model = new ScriptedModel(chat -> "and on and on…");
    Map<Integer, String> told = new TreeMap<>();
    new ModelRewriter(model, TemplateVariables.NONE)
        .rewrite(
            List.of(new PairDraft("q", "a\n\nb", "", null)),
            told::put,
            Progress.NONE,
            new Cancellation());
    assertEquals(Map.of(0, ""), told);
  }
}
