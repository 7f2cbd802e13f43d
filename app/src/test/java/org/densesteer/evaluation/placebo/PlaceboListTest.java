package org.densesteer.evaluation.placebo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceboListTest {

  @Test
  void readsAList() {
    assertEquals(
        List.of("random-1", "random-2", "shuffled-1", "flip", "layer-5", "concise"),
        names("random:2,shuffled:1,flip, layer:5,concise"));
    assertEquals(List.of(), names(" "));
    assertEquals(List.of("flip"), names("flip,flip"));
  }

  @Test
  void namesReadBack() {
    for (Placebo placebo : PlaceboList.parse("random:3,shuffled:2,flip,layer:0,concise")) {
      assertEquals(placebo, Placebo.named(placebo.name()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random",
        "random:0",
        "random:x",
        "random:-1",
        "random:5000",
        "shuffled",
        "shuffled:0",
        "flip:2",
        "sham",
        "flip,,flip",
        "layer:"
      })
  void refusesWhatIsNotAPlacebo(String text) {
    assertThrows(FaultException.class, () -> PlaceboList.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"steered", "random", "flip-1", "random-", "random-x"})
  void refusesNamesOfNothing(String name) {
    assertThrows(FaultException.class, () -> Placebo.named(name));
  }

  private static List<String> names(String text) {
    return PlaceboList.parse(text).stream().map(Placebo::name).toList();
  }
}
