package org.densesteer.ui.session;

import java.util.List;
import java.util.Objects;
import org.densesteer.ui.compare.PinnedAnswer;
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
 * @param pinned answers that stand beside them as they were recorded; null in a file of a version
 *     that did not keep them
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
    @Nullable List<Pin> pinned,
    String page) {

  /**
   * A pinned answer.
   *
   * @param run id of its run
   * @param arm name of the arm
   */
  record Pin(String run, String arm) {
    static Pin of(PinnedAnswer answer) {
      return new Pin(answer.run().id(), answer.arm());
    }
  }

  /** Replaces what a file leaves out. */
  public PanelsRecord {
    prompt = prompt == null ? SavedPrompt.DEFAULT : prompt;
    steering = steering == null ? SavedSteering.DEFAULT : steering;
    mix = present(mix);
    arms = present(arms);
    pinned = pinned == null ? null : whole(pinned);
    page = page == null ? "" : page;
  }

  /** Whether the next run would be the same, whatever the window shows. */
  boolean sameAs(PanelsRecord other) {
    return shown(other.page).equals(other);
  }

  private PanelsRecord shown(String otherPage) {
    return new PanelsRecord(
        prompt, steering, vector, vectorName, gateProbe, mix, arms, pinned, otherPage);
  }

  /** Ids of the runs of pinned answers. */
  List<String> pinnedRuns() {
    return pinned == null ? List.of() : pinned.stream().map(Pin::run).distinct().toList();
  }

  /** The same with what is pinned elsewhere, where it says nothing of that. */
  PanelsRecord orPinned(PanelsRecord other) {
    return pinned != null
        ? this
        : new PanelsRecord(
            prompt, steering, vector, vectorName, gateProbe, mix, arms, other.pinned, page);
  }

  private static List<Pin> whole(List<Pin> pins) {
    return pins.stream()
        .filter(pin -> pin != null && pin.run() != null && pin.arm() != null)
        .toList();
  }

  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }
}
