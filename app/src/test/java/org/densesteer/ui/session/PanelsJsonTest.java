package org.densesteer.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Operator;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.SavedSteering;
import org.junit.jupiter.api.Test;

/** Panels in a session file. */
class PanelsJsonTest {

  private static final PanelsRecord PANELS =
      new PanelsRecord(
          new SavedPrompt("sample", 3, "2+3?", "Think.", true, 0.5, 40, 0.9, true, 11, 64, "{}"),
          new SavedSteering(4, 1.5, "FROM_STEP", 3, Operator.ADD_KEEP_NORM, true),
          "aa",
          "terse",
          "cc",
          List.of(new SavedMix("bb", 2, -0.5, Operator.ABLATE, false)),
          List.of("flip", "random-1"),
          List.of(new PanelsRecord.Pin("run-1", "steered")),
          "SWEEP");

  private final List<String> notes = new ArrayList<>();

  private PanelsRecord read(ObjectNode json) {
    return PanelsJson.read(json, "a.densesteer", notes);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertEquals(PANELS, read(PanelsJson.of(PANELS)));
    assertEquals(List.of(), notes);
    assertTrue(PanelsJson.of(PANELS).toString().contains("\"max_tokens\":64"));
  }

  @Test
  void fieldsOfAnotherVersionAreNamed() {
    ObjectNode json = PanelsJson.of(PANELS);
    json.put("weather", "fine");
    ((ObjectNode) json.get("prompt")).put("mood", 3);
    ((ObjectNode) json.get("mix").get(0)).put("gate", "x");
    assertEquals(PANELS, read(json));
    assertEquals(
        List.of(
            "The file a.densesteer holds fields that this version does not use: panels.prompt.mood,"
                + " panels.mix.gate, panels.weather."),
        notes);
  }

  @Test
  void aFileThatDoesNotSayWhatIsPinnedLeavesThat() {
    ObjectNode json = PanelsJson.of(PANELS);
    json.remove("pinned");
    PanelsRecord old = read(json);
    assertNull(old.pinned());
    assertEquals(List.of(), notes);
    assertEquals(PANELS, old.orPinned(PANELS));
    assertEquals(List.of("run-1"), PANELS.pinnedRuns());
    // What is broken is left out, as elsewhere in panels.
    json.putArray("pinned").addNull().addObject().put("run", "x");
    assertEquals(List.of(), read(json).pinned());
  }

  @Test
  void aFieldOfAnotherKindIsRefusedInOneSentence() {
    ObjectNode json = PanelsJson.of(PANELS);
    json.put("steering", "strong");
    String sentence = assertThrows(FaultException.class, () -> read(json)).getMessage();
    assertTrue(sentence.startsWith("The panels in the file a.densesteer "), sentence);
    assertTrue(sentence.endsWith("; they stay as they are."), sentence);
  }

  @Test
  void anEmptyObjectIsWhatAWindowStartsWith() {
    PanelsRecord read = read(PanelsJson.of(PANELS).removeAll());
    assertEquals(SavedPrompt.DEFAULT, read.prompt());
    assertEquals(SavedSteering.DEFAULT, read.steering());
    assertEquals(List.of(), read.mix());
  }
}
