package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {

  @ParameterizedTest
  @CsvSource({
    "Acme/Tiny, Acme/Tiny, main",
    "gpt2, gpt2, main",
    "Acme/Tiny@v1.0, Acme/Tiny@v1.0, v1.0",
    "gpt2@refs/pr/3, gpt2@refs/pr/3, refs/pr/3",
    "https://huggingface.co/Acme/Tiny, Acme/Tiny, main",
    "https://huggingface.co/Acme/Tiny/tree/v1.0, Acme/Tiny@v1.0, v1.0",
    "https://huggingface.co/Acme/Tiny/tree/refs%2Fpr%2F3, Acme/Tiny@refs/pr/3, refs/pr/3"
  })
  void readsARepositoryWithARevision(String text, String name, String revision) {
    ModelName read = ModelName.parse(text);
    assertEquals(name, read.toString());
    assertEquals(revision, read.revisionOrMain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme/Tiny@", "Acme/Tiny@../..", "@main", "Acme/Tiny@a b"})
  void refusesWhatIsNone(String text) {
    assertThrows(FaultException.class, () -> ModelName.parse(text));
  }

  @Test
  void isStripped() {
    assertEquals("Acme/Tiny", ModelName.parse(" Acme/Tiny\n").toString());
  }
}
