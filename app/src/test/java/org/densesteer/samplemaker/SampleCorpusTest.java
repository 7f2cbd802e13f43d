package org.densesteer.samplemaker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.densesteer.model.training.Batch;
import org.junit.jupiter.api.Test;

class SampleCorpusTest {

  private final SampleVocabulary vocabulary = SampleVocabulary.standard();

  private SampleCorpus corpus(long seed) {
    return new SampleCorpus(vocabulary, seed, 4, 288);
  }

  @Test
  void theBatchOfAStepDoesNotDependOnWhereReadingBegan() {
    SampleCorpus read = corpus(3);
    read.batch(1);
    read.batch(16);
    assertArrayEquals(corpus(3).batch(17).ids(), read.batch(17).ids());
    assertNotEquals(
        Arrays.toString(corpus(4).batch(17).ids()), Arrays.toString(read.batch(17).ids()));
  }

  @Test
  void everyAnswerEndsItsTurn() {
    Batch batch = corpus(3).batch(5);
    int end = vocabulary.mark(SampleVocabulary.TURN_END);
    assertEquals(4, Arrays.stream(batch.targets()).filter(id -> id == end).count());
  }
}
