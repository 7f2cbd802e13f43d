package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.junit.jupiter.api.Test;

class PairReaderTest {

  private final ScriptedModel model = new ScriptedModel();
  private final DifferenceCache cache = new DifferenceCache();
  private final Cancellation cancellation = new Cancellation();

  private PairDifferences read(List<ContrastivePair> pairs, Reading reading) {
    return PairReader.of(model, QuestionTemplate.PLAIN, ChatFrame.PLAIN, cache)
        .read(pairs, reading, Progress.NONE, cancellation);
  }

  private static List<ContrastivePair> pairs(int count, int length) {
    List<ContrastivePair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      char end = (char) ('a' + i % 26);
      pairs.add(new ContrastivePair("q" + i, "s".repeat(length + i) + end, "d" + end + "z"));
    }
    return pairs;
  }

  @Test
  void everyPairKeepsItsPlaceWhateverTheBatches() {
    List<ContrastivePair> pairs = new ArrayList<>(pairs(40, 100));
    Collections.swap(pairs, 3, 30);
    PairDifferences together = read(pairs, Reading.LAST_TOKEN);
    assertEquals(80, model.passes.stream().mapToInt(Integer::intValue).sum());
    for (int i = 0; i < pairs.size(); i++) {
      ContrastivePair pair = pairs.get(i);
      float letter = pair.dense().charAt(2) - pair.sparse().charAt(pair.sparse().length() - 1);
      float place = pair.dense().length() - pair.sparse().length();
      assertArrayEquals(new float[] {letter, place}, together.values()[0][i], 1e-6f);
      assertArrayEquals(new float[] {-letter, 0}, together.values()[1][i], 1e-6f);
    }
  }

  @Test
  void aPassHasABoundedNumberOfPositions() {
    read(pairs(20, 480), Reading.LAST_TOKEN);
    assertEquals(20 * 2, model.passes.stream().mapToInt(Integer::intValue).sum());
    assertEquals(2, Collections.max(model.passes));
  }

  @Test
  void aPairLongerThanAPassIsReadTextByText() {
    List<ContrastivePair> pairs = pairs(2, 5000);
    PairDifferences read = read(pairs, Reading.LAST_TOKEN);
    assertEquals(List.of(1, 1, 1, 1), model.passes);
    float place = pairs.get(1).dense().length() - pairs.get(1).sparse().length();
    assertEquals(place, read.values()[0][1][1], 1e-6f);
  }

  @Test
  void aCancelledReadingGoesOnWhereItStopped() {
    List<ContrastivePair> pairs = pairs(20, 480);
    model.before =
        () -> {
          if (model.passes.size() == 3) {
            cancellation.request();
          }
        };
    assertThrows(CancellationException.class, () -> read(pairs, Reading.LAST_TOKEN));
    assertEquals(List.of(2, 2, 2, 2), model.passes);
    model.before = () -> {};
    PairDifferences resumed =
        PairReader.of(model, QuestionTemplate.PLAIN, ChatFrame.PLAIN, cache)
            .read(pairs, Reading.LAST_TOKEN, Progress.NONE, new Cancellation());
    assertEquals(40, model.passes.stream().mapToInt(Integer::intValue).sum());
    assertEquals(20, resumed.pairs());
  }

  @Test
  void anythingThatChangesTheDifferenceIsReadAnew() {
    List<ContrastivePair> pairs = pairs(1, 5);
    read(pairs, Reading.LAST_TOKEN);
    read(pairs, Reading.LAST_TOKEN);
    assertEquals(1, model.passes.size());
    read(pairs, Reading.RESPONSE_MEAN);
    assertEquals(2, model.passes.size());
    PairReader.of(model, QuestionTemplate.PAPER, ChatFrame.PLAIN, cache)
        .read(pairs, Reading.LAST_TOKEN, Progress.NONE, cancellation);
    assertEquals(3, model.passes.size());
    read(List.of(new ContrastivePair("q0", "sssssa", "other")), Reading.LAST_TOKEN);
    assertEquals(4, model.passes.size());
  }

  @Test
  void aFullCacheDropsWhatWasUnusedLongest() {
    DifferenceCache small = new DifferenceCache(4);
    List<DifferenceStore.Key> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      keys.add(new DifferenceStore.Key("m", Reading.LAST_TOKEN, List.of(i), "s", "d"));
      small.keep(keys.get(i), new float[][] {{i, i}});
      small.find(keys.get(0));
    }
    assertEquals(
        List.of(true, false, true), keys.stream().map(k -> small.find(k).isPresent()).toList());
  }

  @Test
  void noPairIsAFault() {
    assertThrows(FaultException.class, () -> read(List.of(), Reading.LAST_TOKEN));
  }
}
