package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

/** Gates in a vector's metadata. */
class VectorGateTest {

  private static final VectorMetadata OTHERS = VectorMetadata.EMPTY.with("note", "mine");

  private static Probe probe(float... direction) {
    return new Probe(
        new SteeringVector(
            "kind", direction.length, new TreeMap<>(Map.of(3, direction)), VectorMetadata.EMPTY),
        3);
  }

  @Test
  void aGateWithoutAProbeIsItsWord() {
    for (String text : new String[] {"curve:0=1,50=0", "confidence<0.6", "kl:0.2,gain=2"}) {
      VectorMetadata told = VectorGate.with(OTHERS, GateText.parse(text, GateText::anyProbe));
      assertEquals(text, told.get("gate"));
      assertEquals(text, VectorGate.read(told, 2).text());
      assertEquals(OTHERS, VectorGate.without(told));
    }
  }

  @Test
  void aProbeComesBackBitForBit() {
    float[] direction = {0.1f, -3.4e38f, 1.4e-45f, 2};
    Gate gate = new CosineGate(probe(direction), -0.25, true);
    VectorMetadata told = VectorGate.with(OTHERS, gate);
    assertEquals("cosine-prompt:kind@3>-0.25", told.get("gate"));
    // base64.b64encode(struct.pack("<4f", 0.1, -3.4e38, 1.4e-45, 2)) of Python 3.11
    assertEquals("zczMPZ7Jf/8BAAAAAAAAQA==", told.get("gate_probe"));
    CosineGate read = assertInstanceOf(CosineGate.class, VectorGate.read(told, 4));
    assertArrayEquals(direction, read.probe().direction());
    assertEquals(gate, read);
  }

  @Test
  void ofAConstantOneNothingIsSaid() {
    VectorMetadata gated = VectorGate.with(OTHERS, GateText.parse("kl:1", GateText::anyProbe));
    assertEquals(OTHERS, VectorGate.with(gated, Gate.CONSTANT));
    assertEquals(Gate.CONSTANT, VectorGate.read(OTHERS, 4));
  }

  @Test
  void whatCannotBeUsedIsRefusedInOneSentence() {
    VectorMetadata named = VectorMetadata.EMPTY.with("gate", "cosine:kind@3>0.1");
    assertEquals("The probe of its gate has 0 values, where 2 are expected.", flaw(named));
    assertEquals(
        "The probe of its gate is not written in Base64.", flaw(named.with("gate_probe", "?")));
    assertEquals(
        "The probe of its gate ends within a value.",
        flaw(named.with("gate_probe", "AACAPwAAAEAA")));
    assertEquals(
        "The probe of its gate has values that are not finite.",
        flaw(named.with("gate_probe", "AADAfwAAwH8=")));
    assertEquals(
        "The probe kind is zero at layer 3, so no hidden state has a cosine with it.",
        flaw(named.with("gate_probe", "AAAAAAAAAAA=")));
    assertFalse(flaw(VectorMetadata.EMPTY.with("gate", "now and then")).isEmpty());
  }

  private static String flaw(VectorMetadata metadata) {
    return String.valueOf(
        assertThrows(FaultException.class, () -> VectorGate.read(metadata, 2)).getMessage());
  }
}
