package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboList;
import org.densesteer.evaluation.plan.LayerRange;

/** The placebos of the form, one control for each kind; underneath the command line's text. */
final class PlaceboEntry {

  private final StringProperty text = new SimpleStringProperty("");
  private final IntegerProperty random = new SimpleIntegerProperty();
  private final IntegerProperty shuffled = new SimpleIntegerProperty();
  private final BooleanProperty flipped = new SimpleBooleanProperty();
  private final BooleanProperty concise = new SimpleBooleanProperty();
  private final StringProperty layers = new SimpleStringProperty("");
  private boolean taking;

  PlaceboEntry() {
    text.subscribe((before, now) -> take());
    for (Property<?> part : List.of(random, shuffled, flipped, concise, layers)) {
      part.subscribe(this::give);
    }
  }

  /** Brings the controls to the text; a text that cannot be read leaves them. */
  private void take() {
    if (taking) {
      return;
    }
    List<Placebo> placebos;
    try {
      placebos = values();
    } catch (FaultException e) {
      return;
    }
    taking = true;
    random.set(count(placebos, PlaceboKind.RANDOM));
    shuffled.set(count(placebos, PlaceboKind.SHUFFLED));
    flipped.set(count(placebos, PlaceboKind.FLIP) > 0);
    concise.set(count(placebos, PlaceboKind.CONCISE) > 0);
    layers.set(
        LayerRange.text(
            placebos.stream()
                .filter(placebo -> placebo.kind() == PlaceboKind.LAYER)
                .map(Placebo::number)
                .sorted()
                .toList()));
    taking = false;
  }

  private static int count(List<Placebo> placebos, PlaceboKind kind) {
    return (int) placebos.stream().filter(placebo -> placebo.kind() == kind).count();
  }

  /** Brings the text to the controls. */
  private void give() {
    if (taking) {
      return;
    }
    List<String> items = new ArrayList<>();
    if (random.get() > 0) {
      items.add("random:" + random.get());
    }
    if (shuffled.get() > 0) {
      items.add("shuffled:" + shuffled.get());
    }
    if (flipped.get()) {
      items.add("flip");
    }
    layerItems(items);
    if (concise.get()) {
      items.add("concise");
    }
    taking = true;
    text.set(String.join(",", items));
    taking = false;
  }

  private void layerItems(List<String> items) {
    if (!layers.get().isBlank()) {
      try {
        LayerRange.parse(layers.get()).forEach(layer -> items.add("layer:" + layer));
      } catch (FaultException e) {
        // Said where the text is read, by the word as it was typed.
        items.add("layer:" + layers.get().strip());
      }
    }
  }

  /**
   * The placebos.
   *
   * @throws FaultException when what was typed cannot be read
   */
  List<Placebo> values() {
    return PlaceboList.parse(text.get());
  }

  /** As on the command line, such as {@code random:3,flip}. */
  StringProperty textProperty() {
    return text;
  }

  /** How many random directions. */
  IntegerProperty randomProperty() {
    return random;
  }

  /** How many controls of exchanged labels. */
  IntegerProperty shuffledProperty() {
    return shuffled;
  }

  /** Whether the vector's opposite is one. */
  BooleanProperty flippedProperty() {
    return flipped;
  }

  /** Whether a prompt that asks for concise steps is one. */
  BooleanProperty conciseProperty() {
    return concise;
  }

  /** Which other layers' directions are, such as {@code 0,2-5}; blank for none. */
  StringProperty layersProperty() {
    return layers;
  }
}
