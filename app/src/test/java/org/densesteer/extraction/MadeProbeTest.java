package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes of texts, with a model whose hidden states can be worked out by hand. */
class MadeProbeTest {

  private final ScriptedModel model = new ScriptedModel();

  private MadeProbe made(List<int[]> open, List<int[]> shut) {
    return MadeProbe.of("kind", model.info(), model, open, shut, Progress.NONE, new Cancellation());
  }

  @Test
  void theLastTokenOfEveryTextIsRead() {
    List<int[]> open = List.of("xa", "xa", "xa", "xa").stream().map(model::encode).toList();
    List<int[]> shut = List.of("xc", "xc", "xc", "xc").stream().map(model::encode).toList();
    MadeProbe made = made(open, shut);
    assertEquals(2, made.layers().size());
    float[][][] states =
        model.read(
            List.of(open.get(0), shut.get(0)), List.of(new float[] {0, 1}, new float[] {0, 1}));
    for (ProbeSearch.Found found : made.layers()) {
      float[] a = states[found.layer()][0];
      float[] c = states[found.layer()][1];
      assertArrayEquals(new float[] {a[0] - c[0], a[1] - c[1]}, found.direction());
      assertArrayEquals(found.direction(), made.vector().direction(found.layer()));
    }
    assertEquals(made.best().layer(), made.vector().metadata().recommendedLayer().getAsInt());
  }

  @Test
  void tooFewAreRefusedBeforeAnythingIsRead() {
    List<int[]> few = List.of(model.encode("a"));
    FaultException fault = assertThrows(FaultException.class, () -> made(few, few));
    assertEquals("A probe needs at least 4 texts of each kind, not 1 and 1.", fault.getMessage());
    assertEquals(List.of(), model.passes);
  }

  @Test
  void denseAnswersOpenAndSparseOnesDoNot() {
    ProbeTexts texts =
        ProbeTexts.ofPairs(
            model,
            new QuestionTemplate("{question}"),
            ChatFrame.PLAIN,
            List.of(new ContrastivePair("q", "long", "d")));
    assertArrayEquals(model.encode("<q>d"), texts.open().get(0));
    assertArrayEquals(model.encode("<q>long"), texts.shut().get(0));
  }

  @Test
  void questionsStandOneALine(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("q.txt");
    Files.writeString(file, "\ufeffone?\r\n\n  two? \n");
    assertEquals(List.of("one?", "two?"), ProbeTexts.questions(file));
  }
}
