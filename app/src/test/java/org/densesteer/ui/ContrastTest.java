package org.densesteer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densesteer.common.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every colour of text on every surface that it stands on, measured from the style sheets. */
class ContrastTest {

  /** WCAG 2.2, success criterion 1.4.3. */
  private static final double TEXT = 4.5;

  /** WCAG 2.2, success criterion 1.4.11: what is not text, icons and bars. */
  private static final double GRAPHICS = 3;

  private static final List<String> PLAIN =
      List.of("-ds-surface", "-ds-ground", "-color-bg-overlay");
  private static final String HOVERED = "-ds-surface + -color-neutral-subtle";
  private static final String PRESSED = "-ds-surface + -color-neutral-muted";
  private static final String SELECTED = "-ds-surface + -color-accent-subtle";

  /** Which inks stand on what, beside the plain surfaces on which all of them do. */
  private static final Map<String, List<String>> FURTHER =
      Map.of(
          "-color-fg-default",
              Stream.concat(
                      Stream.of(
                          HOVERED,
                          PRESSED,
                          SELECTED,
                          "-ds-surface + -color-success-subtle",
                          "-ds-surface + -color-accent-muted",
                          "-ds-surface + -ds-difference",
                          "-ds-surface + -ds-selection"),
                      IntStream.rangeClosed(1, 8)
                          .boxed()
                          .flatMap(
                              i ->
                                  Stream.of(
                                      "-ds-surface + -ds-shade-" + i,
                                      "-ds-surface + -ds-shade-low-" + i)))
                  .toList(),
          "-color-fg-muted", List.of(HOVERED, SELECTED, "-color-bg-inset"),
          "-color-success-fg", List.of(HOVERED),
          "-color-danger-fg", List.of(HOVERED),
          "-color-warning-fg", List.of(),
          "-color-accent-fg", List.of(HOVERED));

  /** Inks of surfaces of their own. */
  private static final Map<String, List<String>> ON_COLOUR =
      Map.of(
          "-color-fg-emphasis", List.of("-color-accent-emphasis", "-color-neutral-emphasis-plus"));

  /**
   * Icons, dots, ticks and edges that say something; those of text's colours are more than that.
   */
  private static final List<String> SIGNS =
      List.of(
          "-color-fg-subtle",
          "-color-accent-emphasis",
          "-color-success-emphasis",
          "-color-danger-emphasis",
          "-color-neutral-emphasis");

  /** Heat maps choose their ink by the cell's colour; {@code DivergingScaleTest} measures those. */
  private static final Set<String> ELSEWHERE = Set.of("-ds-ink-light", "-ds-ink-dark");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void textCanBeRead(boolean dark) {
    StyleColours colours = new StyleColours(dark);
    List<String> faint = new ArrayList<>();
    FURTHER.forEach(
        (ink, surfaces) ->
            Stream.concat(PLAIN.stream(), surfaces.stream())
                .forEach(surface -> check(colours, ink, surface, TEXT, faint)));
    for (int arm = 0; arm < 10; arm++) {
      for (String surface : PLAIN) {
        check(colours, "-ds-arm-" + arm, surface, TEXT, faint);
      }
    }
    ON_COLOUR.forEach(
        (ink, surfaces) -> surfaces.forEach(surface -> check(colours, ink, surface, TEXT, faint)));
    assertEquals(List.of(), faint);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void iconsAndBarsCanBeSeen(boolean dark) {
    StyleColours colours = new StyleColours(dark);
    List<String> faint = new ArrayList<>();
    for (String surface : PLAIN) {
      SIGNS.forEach(sign -> check(colours, sign, surface, GRAPHICS, faint));
    }
    assertEquals(List.of(), faint);
  }

  private static void check(
      StyleColours colours, String ink, String surface, double least, List<String> faint) {
    double contrast = colours.contrast(ink, surface);
    if (contrast < least) {
      faint.add(Texts.of("%s on %s: %.2f", ink, surface, contrast));
    }
  }

  @Test
  void noTextHasAColourThatIsNotMeasured() {
    TreeSet<String> used = StyleColours.valuesOf("-fx-text-fill");
    used.addAll(StyleColours.valuesOf("-fx-prompt-text-fill"));
    used.removeAll(FURTHER.keySet());
    used.removeAll(ON_COLOUR.keySet());
    used.removeAll(ELSEWHERE);
    assertEquals(Set.of("-ds-arm"), used);
  }

  @Test
  void noIconHasAColourThatIsNotMeasured() {
    TreeSet<String> used = StyleColours.valuesOf("-fx-icon-color");
    used.removeAll(FURTHER.keySet());
    used.removeAll(SIGNS);
    assertEquals(Set.of(), used);
  }

  @Test
  void blackOnWhiteIsTwentyOne() {
    StyleColours light = new StyleColours(false);
    assertEquals(21, light.contrast("#000000", "#ffffff"), 1e-9);
    // By the W3C's own example, #777777 on white is 4.48.
    assertEquals(4.48, light.contrast("#777777", "#ffffff"), 0.005);
  }
}
