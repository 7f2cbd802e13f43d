package org.densesteer.ui.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.Operator;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.SavedSteering;

/** Panels as JSON, with names in snake case as in the rest of a session file. */
final class PanelsJson {

  private static final int LONGEST_NAME = 120;

  /** Has every field that there is. */
  private static final ObjectNode KNOWN =
      of(
          new PanelsRecord(
              SavedPrompt.DEFAULT,
              SavedSteering.DEFAULT,
              "hash",
              "name",
              "hash",
              List.of(new SavedMix("hash", 0, 0, Operator.ADD, true)),
              List.of("flip"),
              List.of(new PanelsRecord.Pin("run", "steered")),
              "COMPARE"));

  private PanelsJson() {}

  static ObjectNode of(PanelsRecord panels) {
    return Json.SNAKE_CASE.valueToTree(panels);
  }

  /**
   * Reads panels.
   *
   * @param notes takes a sentence about fields that are not used
   * @throws FaultException when a field holds something else than it should
   */
  static PanelsRecord read(ObjectNode panels, String file, List<String> notes) {
    ObjectNode known = panels.deepCopy();
    List<String> unread = new ArrayList<>();
    prune(known, KNOWN, "panels", unread);
    if (!unread.isEmpty()) {
      notes.add(
          Texts.of(
              "The file %s holds fields that this version does not use: %s.",
              file, FileBytes.printable(String.join(", ", unread), LONGEST_NAME)));
    }
    try {
      return Json.SNAKE_CASE.treeToValue(known, PanelsRecord.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String flaw = e instanceof JsonProcessingException json ? JsonFlaw.of(json) : "are broken";
      throw new FaultException(
          Texts.of("The panels in the file %s %s; they stay as they are.", file, flaw), e);
    }
  }

  private static void prune(JsonNode node, JsonNode known, String path, List<String> unread) {
    if (node instanceof ObjectNode object && known.isObject()) {
      for (String name : List.copyOf(names(object))) {
        if (known.has(name)) {
          prune(object.get(name), known.get(name), path + "." + name, unread);
        } else {
          object.remove(name);
          unread.add(path + "." + name);
        }
      }
    } else if (node.isArray() && known.isArray() && !known.isEmpty()) {
      node.forEach(each -> prune(each, known.get(0), path, unread));
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
