package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

/** Positions and operators as metadata and the command line name them. */
class SteeringWordsInFilesTest {

  @Test
  void positionsComeBackFromTheirId() {
    for (Positions positions :
        List.of(
            Positions.EVERYWHERE,
            Positions.PROMPT_ONLY,
            Positions.RESPONSE_ONLY,
            Positions.fromStep(3))) {
      assertEquals(positions, Positions.named(positions.id()).orElseThrow());
    }
    assertEquals("step:3", Positions.fromStep(3).id());
  }

  @Test
  void wordsOfOlderFilesAreKnown() {
    assertEquals(Positions.EVERYWHERE, Positions.named("all").orElseThrow());
    assertEquals(Positions.PROMPT_ONLY, Positions.named("prompt_only").orElseThrow());
    assertEquals(Positions.RESPONSE_ONLY, Positions.named("response_only").orElseThrow());
    assertEquals(Positions.fromStep(4), Positions.named("from_step_4").orElseThrow());
    for (String other : List.of("", "step:0", "step:-1", "step:99999999999", "somewhere")) {
      assertTrue(Positions.named(other).isEmpty(), other);
    }
  }

  @Test
  void aWordThatIsNoPositionIsRefusedWithThoseThatAre() {
    assertEquals(Positions.fromStep(2), Positions.parse("step:2"));
    FaultException fault = assertThrows(FaultException.class, () -> Positions.parse("step:0"));
    assertEquals(
        "“step:0” is none of everywhere, prompt, response and step:K.", fault.getMessage());
  }

  @Test
  void positionsHaveWordsForAPerson() {
    assertEquals("prompt and response", Positions.EVERYWHERE.words());
    assertEquals("prompt only", Positions.PROMPT_ONLY.words());
    assertEquals("response only", Positions.RESPONSE_ONLY.words());
    assertEquals("response from step 3 on", Positions.fromStep(3).words());
  }

  @Test
  void operatorsComeBackFromTheirId() {
    for (Operator operator : Operator.values()) {
      assertEquals(operator, Operator.named(operator.id()).orElseThrow());
    }
    assertTrue(Operator.named("ADD").isEmpty());
    assertEquals(Operator.ADD_KEEP_NORM, Operator.parse("Add_Keep_Norm"));
    FaultException fault = assertThrows(FaultException.class, () -> Operator.parse("twist"));
    assertEquals("“twist” is none of add, add_keep_norm and ablate.", fault.getMessage());
    assertTrue(VectorMetadata.EMPTY.operator().isEmpty());
    assertTrue(VectorMetadata.EMPTY.positions().isEmpty());
  }
}
