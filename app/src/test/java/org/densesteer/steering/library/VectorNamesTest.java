package org.densesteer.steering.library;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "..", "...x", "nul", "", "  ", "a\nb", "\"quoted\"", "com1.txt"})
  void aCleanedNameCanAlwaysBeUsed(String name) {
    assertDoesNotThrow(() -> VectorNames.checked(VectorNames.cleaned(name)));
  }

  @Test
  void aLongNameIsCutAndLeavesRoomForItsNumber() {
    String longest = "x".repeat(VectorNames.LONGEST);
    assertEquals(longest, VectorNames.cleaned(longest + "yz"));
    assertThrows(FaultException.class, () -> VectorNames.checked(longest + "y"));
    String numbered = VectorNames.free(longest, Set.of(longest));
    assertEquals(VectorNames.LONGEST, numbered.length());
    assertEquals(numbered, VectorNames.checked(numbered));
  }

  @Test
  void aGoodNameStaysAsItIs() {
    assertEquals("Qwen2.5 dense · ℓ 6", VectorNames.cleaned("Qwen2.5 dense · ℓ 6"));
    assertEquals("Qwen2.5 dense", VectorNames.checked(" Qwen2.5 dense "));
  }
}
