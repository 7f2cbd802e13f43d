package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.steering.GateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunJsonTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Reading reading = new Reading("a.densesteer");

  private Run read(JsonNode node) {
    return new RunReader(reading).run(node, "runs.0");
  }

  private static JsonNode written(Run run) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    return mapper.readTree(mapper.writeValueAsString(RunJson.of(run)));
  }

  private static Run gated(String gate) {
    Run full = Runs.full();
    RunArm arm = full.arms().get(1);
    RunSteering one = arm.steerings().get(0);
    RunGate own = RunGate.of(GateText.parse(gate, GateText::anyProbe));
    RunSteering steering =
        new RunSteering(
            one.vector(),
            one.vectorHash(),
            one.layer(),
            one.strength(),
            one.positions(),
            one.operator(),
            own);
    return full.with(
        List.of(
            new RunArm(
                arm.name(),
                null,
                List.of(steering),
                arm.changes(),
                arm.answer(),
                arm.figures(),
                null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kl:0.2", "curve:0=1,50=0", "cosine:a@b>c@3>0.1"})
  void gatesComeBack(String gate) throws Exception {
    Run run = gated(gate);
    Run back = read(written(run));
    assertEquals(List.of(), reading.notes());
    assertEquals(run.arms().get(0).steerings(), back.arms().get(0).steerings());
    assertEquals(gate, back.arms().get(0).steerings().get(0).gate().text());
  }

  @Test
  void aConstantStrengthIsNotWrittenAsAGate() throws Exception {
    JsonNode steering = written(Runs.full()).at("/arms/1/steering/0");
    assertFalse(steering.has("gate"));
    assertTrue(read(written(Runs.full())).arms().get(1).steerings().get(0).gate().constant());
  }

  @Test
  void aGateThatIsNoneIsRefused() throws Exception {
    ObjectNode run = (ObjectNode) written(gated("kl:0.2"));
    ((ObjectNode) run.at("/arms/0/steering/0")).put("gate", "kl:x");
    assertTrue(assertThrows(FaultException.class, () -> read(run)).getMessage().contains("gate"));
    ObjectNode cosine = (ObjectNode) written(gated("cosine:p@3>0.1"));
    ((ObjectNode) cosine.at("/arms/0/steering/0")).remove("probe_sha256");
    assertThrows(FaultException.class, () -> read(cosine));
  }

  @Test
  void everyFieldComesBack() throws Exception {
    Run run = Runs.full();
    JsonNode node = written(run);
    Run back = read(node);
    assertEquals(node, written(back));
    assertEquals(List.of(), reading.notes());
    assertEquals(run.prompt(), back.prompt());
    assertEquals(run.decoding(), back.decoding());
    assertEquals(run.model(), back.model());
    assertEquals(run.made(), back.made());
    for (int i = 0; i < run.arms().size(); i++) {
      RunArm arm = run.arms().get(i);
      RunArm other = back.arms().get(i);
      assertEquals(arm.name(), other.name());
      assertEquals(arm.steerings(), other.steerings());
      assertEquals(arm.changes(), other.changes());
      assertEquals(arm.prompt(), other.prompt());
      assertEquals(arm.keptFrom(), other.keptFrom());
      assertEquals(arm.figures(), other.figures());
      assertEquals(arm.answer().text(), other.answer().text());
      assertEquals(arm.answer().stopReason(), other.answer().stopReason());
      assertArrayEquals(arm.answer().nllResponseOnly(), other.answer().nllResponseOnly());
      assertArrayEquals(arm.answer().tokenIds(), other.answer().tokenIds());
      assertEquals(
          arm.answer().tokens().get(1).alternatives(),
          other.answer().tokens().get(1).alternatives());
      assertEquals(21, other.answer().tokens().get(1).milliseconds());
    }
  }

  @Test
  void whatOtherToolsReadStandsWhereItIsPromised() throws Exception {
    JsonNode node = written(Runs.full());
    assertEquals("What is 2 + 3?", node.get("question").asText());
    assertEquals(42, node.get("seed").asLong());
    JsonNode baseline = node.get("arms").get(0);
    assertEquals("baseline", baseline.get("name").asText());
    assertFalse(baseline.has("layer") || baseline.has("strength"));
    JsonNode steered = node.get("arms").get(1);
    assertEquals(4, steered.get("layer").asInt());
    assertEquals(1.6, steered.get("strength").asDouble());
    assertEquals("[100,101,102]", steered.get("token_ids").toString());
    assertEquals("length", steered.get("stop").asText());
    assertEquals(1, steered.get("changes").get(0).get("token").asInt());
    assertTrue(baseline.get("token_alignment").get(0).isNull());
  }

  @Test
  void unknownFieldsAreNamedOnceAndTheRestIsRead() throws Exception {
    ObjectNode node = (ObjectNode) written(Runs.full());
    node.put("mood", "good");
    for (JsonNode arm : node.get("arms")) {
      ((ObjectNode) arm).put("gate", 1);
    }
    assertEquals("run-1", read(node).id());
    assertEquals(
        List.of(
            "The file a.densesteer holds fields that this version does not use: runs.arms.gate,"
                + " runs.mood."),
        reading.notes());
  }

  @Test
  void aFieldOfAnotherKindIsNamed() throws Exception {
    ObjectNode node = (ObjectNode) written(Runs.full());
    ((ObjectNode) node.get("arms").get(1)).put("token_ids", "1,2");
    FaultException fault = assertThrows(FaultException.class, () -> read(node));
    assertEquals(
        "The file a.densesteer does not hold what it should: “runs.0.arms.1.token_ids” must be a"
            + " list.",
        fault.getMessage());
  }

  @Test
  void listsOfUnequalLengthAndFiguresThatDisagreeAreRefused() throws Exception {
    ObjectNode node = (ObjectNode) written(Runs.full());
    ObjectNode arm = (ObjectNode) node.get("arms").get(1);
    ((ArrayNode) arm.get("token_rank")).add(4);
    FaultException length = assertThrows(FaultException.class, () -> read(node));
    assertTrue(length.getMessage().contains("token_rank"), length::getMessage);
    ObjectNode other = (ObjectNode) written(Runs.full());
    ((ObjectNode) other.get("arms").get(1)).put("layer", 5);
    FaultException layer = assertThrows(FaultException.class, () -> read(other));
    assertTrue(layer.getMessage().contains("arms.1.layer"), layer::getMessage);
  }

  /** Every value of the run in turn is taken away, or made something else. */
  @Test
  void whateverIsWrongIsReadOrRefusedInOneSentence() throws Exception {
    JsonNode whole = written(Runs.full());
    List<JsonNode> replacements =
        List.of(
            NODES.nullNode(),
            NODES.textNode("\u0000x"),
            NODES.numberNode(-1),
            NODES.numberNode(1e300),
            NODES.booleanNode(true),
            NODES.objectNode(),
            NODES.arrayNode().add(7).add("x"));
    int refused = 0;
    int places = places(whole).size();
    for (int place = 0; place < places; place++) {
      for (JsonNode replacement : replacements) {
        JsonNode copy = whole.deepCopy();
        places(copy).get(place).accept(replacement);
        try {
          read(copy);
        } catch (FaultException e) {
          refused++;
          assertTrue(e.getMessage().startsWith("The file a.densesteer does not"), e::getMessage);
          assertTrue(e.getMessage().endsWith("."), e::getMessage);
        }
      }
    }
    assertTrue(places > 100 && refused > 3 * places, refused + " of " + places);
  }

  private static List<java.util.function.Consumer<JsonNode>> places(JsonNode node) {
    List<java.util.function.Consumer<JsonNode>> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        places.add(value -> object.set(name, value));
        places.addAll(places(object.get(name)));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(value -> array.set(at, value));
        places.addAll(places(array.get(i)));
      }
    }
    return places;
  }
}
