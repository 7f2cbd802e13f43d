package org.densesteer.ui.session;

import java.util.List;
import java.util.Objects;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.SavedSteering;
import org.jspecify.annotations.Nullable;

/**
 * What the next run would be made with, as a session file and a window's recovery hold it. Vectors
 * are named by the hash of their values.
 *
 * @param prompt the prompt panel, its question in its own words
 * @param steering how the vector in use works
 * @param vector hash of the vector in use; null for none
 * @param vectorName what it is called
 * @param gateProbe hash of a cosine gate's probe; null for other gates
 * @param mix the vectors beside it, each by its hash
 * @param arms the arms beside baseline and steered one, by their names
 * @param page the page that was shown
 */
public record PanelsRecord(
    SavedPrompt prompt,
    SavedSteering steering,
    @Nullable String vector,
    @Nullable String vectorName,
    @Nullable String gateProbe,
    List<SavedMix> mix,
    List<String> arms,
    String page) {

  /** Replaces what a file leaves out. */
  public PanelsRecord {
    prompt = prompt == null ? SavedPrompt.DEFAULT : prompt;
    steering = steering == null ? SavedSteering.DEFAULT : steering;
    mix = present(mix);
    arms = present(arms);
    page = page == null ? "" : page;
  }

  /** Whether the next run would be the same, whatever the window shows. */
  boolean sameAs(PanelsRecord other) {
    return shown(other.page).equals(other);
  }

  private PanelsRecord shown(String otherPage) {
    return new PanelsRecord(prompt, steering, vector, vectorName, gateProbe, mix, arms, otherPage);
  }

  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }
}
