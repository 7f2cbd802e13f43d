package org.densesteer.ui.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.hub.ModelCatalogue;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.ui.download.DownloadsViewModel.Surroundings;
import org.junit.jupiter.api.Test;

class AdviceTest {

  private static final ModelCatalogue.Entry GATED =
      new ModelCatalogue.Entry(
          "Acme/Secret-1B", 1_000_000_000, 2_000_000_000, "Acme License", true, true, "for tests");
  private static final FreeMemory PLENTY = new FreeMemory(64_000_000_000L, "in this test");

  private static CatalogueOffer offer() {
    return new CatalogueOffer(GATED, Optional.empty());
  }

  @Test
  void saysWhatToDoForAGatedModel() {
    String note = Advice.note(offer(), null);
    assertTrue(note.startsWith("For tests. Licence: Acme License."), note);
    assertTrue(note.contains("huggingface.co/Acme/Secret-1B"), note);
    assertTrue(note.contains("set HF_TOKEN"), note);
    assertEquals("gated", offer().mark());
  }

  @Test
  void aTokenNeedsNoSecondOne() {
    String note = Advice.note(offer(), new Surroundings(true, PLENTY));
    assertFalse(note.contains("set HF_TOKEN"), note);
    assertTrue(note.contains("is sent along"), note);
  }

  @Test
  void whatIsHereNeedsNoAccess() {
    CatalogueOffer here = new CatalogueOffer(GATED, Optional.of(Path.of("/here")));
    assertEquals("For tests. Licence: Acme License.", Advice.note(here, null));
    assertEquals("here", here.mark());
  }

  @Test
  void warnsOfAModelThatTheMemoryCannotHold() {
    assertEquals(Optional.empty(), Advice.warning(offer(), null));
    assertEquals(Optional.empty(), Advice.warning(offer(), new Surroundings(false, PLENTY)));
    FreeMemory little = new FreeMemory(2_500_000_000L, "in this test");
    String warning = Advice.warning(offer(), new Surroundings(false, little)).orElseThrow();
    assertTrue(warning.startsWith("Secret-1B needs about 2.6 GB of memory"), warning);
  }
}
