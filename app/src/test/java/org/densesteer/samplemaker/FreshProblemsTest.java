package org.densesteer.samplemaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshProblemsTest {

  /** Room for problems that were too long for training and drawn anew. */
  private static final int SPARE = 32;

  @Test
  void noneWasSeenInTraining() {
    SampleRecipe recipe = SampleRecipe.SHIPPED;
    Set<String> fresh = new HashSet<>();
    for (FreshProblems use : FreshProblems.values()) {
      use.take(ProblemSheet.SHIPPED).forEach(problem -> fresh.add(problem.question()));
    }
    assertEquals(FreshProblems.values().length * ProblemSheet.SHIPPED, fresh.size());
    int pools = recipe.steps() / SampleCorpus.BATCHES_IN_POOL + 1;
    for (int number = 0; number < pools; number++) {
      ProblemGenerator seen = new ProblemGenerator(SampleCorpus.poolSeed(recipe.seed(), number));
      for (int i = 0; i < recipe.rows() * SampleCorpus.BATCHES_IN_POOL + SPARE; i++) {
        String question = seen.next().question();
        assertTrue(!fresh.contains(question), question);
      }
    }
  }

  @Test
  void theShippedSheetIsWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sample.jsonl");
    ProblemSheet.write(file);
    try (var shipped = getClass().getResourceAsStream("/problems/sample.jsonl")) {
      assertEquals(
          new String(shipped.readAllBytes(), StandardCharsets.UTF_8), Files.readString(file));
    }
    assertEquals(ProblemSheet.SHIPPED, Files.readAllLines(file).size());
  }
}
