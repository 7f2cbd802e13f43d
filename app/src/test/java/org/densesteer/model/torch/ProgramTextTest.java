package org.densesteer.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgramTextTest {

  private enum Packed {
    QKV,
    QKV_BIAS
  }

  @Test
  void namesAreFilledInAndCommentsLeftOut() {
    assertEquals(
        """
        class Example(Module):
          def get(self) -> bool:
            return self.w[i * 6 + 1].to(15) > 0 == True""",
        new ProgramText(ProgramTextTest.class)
            .put("block", 6)
            .put("yes", true)
            .putPlaces("PACKED_", Packed.values())
            .filled("example.txt"));
  }

  @Test
  void aNameWithoutAValueIsSaid() {
    ProgramText text = new ProgramText(ProgramTextTest.class);
    String message =
        assertThrows(IllegalStateException.class, () -> text.filled("example.txt")).getMessage();
    assertTrue(message.contains("{block}"), message);
  }
}
