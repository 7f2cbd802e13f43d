package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Answers as models write them, right and wrong, each judged by eye. */
class AnswerSpellingsTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "spellings.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\u0001')
  void isJudgedAsATeacherWould(AnswerStyle style, String gold, String response, int right) {
    AnswerChecker checker = AnswerChecker.of(style, gold);
    String text = response.replace("\\n", "\n");
    assertEquals(right == 1, checker.isCorrect(text), () -> "read as " + checker.predicted(text));
  }
}
