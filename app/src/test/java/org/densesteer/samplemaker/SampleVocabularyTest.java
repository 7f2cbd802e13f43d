package org.densesteer.samplemaker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.model.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleVocabularyTest {

  private static final List<String> TEXTS =
      List.of(
          "Anna has 12 apples. She buys 7 more.",
          "So we add: 12 + 7 = 19.\n\nFinal Answer: \\boxed{19}",
          "  leading, trailing  \n\n\n and\ttabs \r\n",
          "Zwölf Äpfel für Łukasz, 三个苹果, 🍎🍏 and \u0000 too",
          "\\boxed{-3.5} $1,234.00 isn't x^2 {} <|im_st",
          "<|im_start|>user\nTom has 3 pears.<|im_end|>\n<|im_start|>assistant\n",
          "");

  private final SampleVocabulary vocabulary = SampleVocabulary.standard();

  @Test
  void isTheSameEveryTime() {
    assertEquals(vocabulary.ordinary(), SampleVocabulary.standard().ordinary());
  }

  @Test
  void wordsDigitsAndStepBreaksAreSingleTokens() {
    assertEquals(1, vocabulary.encode("\n\n").length);
    assertEquals(1, vocabulary.encode(" apples").length);
    assertEquals(1, vocabulary.encode(" \\boxed{").length);
    assertEquals(4, vocabulary.encode(" 1234").length - 1);
  }

  @Test
  void unknownWordsAreSpelled() {
    assertEquals(" Quokka".length(), vocabulary.encode(" Quokka").length);
  }

  @Test
  void agreesWithTheTokenizerThatReadsItsFile(@TempDir Path folder) {
    TokenizerFiles.write(folder, vocabulary, 64);
    try (Tokenizer tokenizer = Tokenizer.open(folder)) {
      for (String text : TEXTS) {
        assertArrayEquals(tokenizer.encode(text), vocabulary.encode(text), text);
      }
      ProblemGenerator problems = new ProblemGenerator(77);
      for (int i = 0; i < 200; i++) {
        WordProblem problem = problems.next();
        assertArrayEquals(tokenizer.encode(problem.sparse()), vocabulary.encode(problem.sparse()));
      }
    }
  }

  @Test
  void anyTextComesBackExactly(@TempDir Path folder) {
    TokenizerFiles.write(folder, vocabulary, 64);
    try (Tokenizer tokenizer = Tokenizer.open(folder)) {
      for (String text : TEXTS) {
        String plain = text.replaceAll("<\\|im_\\w+\\|>", "");
        assertEquals(plain, tokenizer.decode(tokenizer.encode(text)));
      }
    }
  }

  @Test
  void trainingTextIsMostlyWords() {
    WordProblem problem = new ProblemGenerator(8).next();
    assertTrue(vocabulary.encode(problem.sparse()).length * 2 < problem.sparse().length());
  }
}
