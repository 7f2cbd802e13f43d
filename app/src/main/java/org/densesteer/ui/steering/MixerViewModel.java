package org.densesteer.ui.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.densesteer.steering.Operator;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;

/** Several vectors at once, each on its own layer with its own strength. */
public final class MixerViewModel {

  private final SteeringViewModel steering;
  private final VectorChoices vectors;
  private final List<SavedMix> saved;
  private final String savedGate;

  /** Creates the view model; what it edits belongs to the steering panel and its undo. */
  public MixerViewModel(SteeringViewModel steering, VectorChoices vectors, Settings settings) {
    this.steering = steering;
    this.vectors = vectors;
    this.saved = List.copyOf(settings.mix());
    this.savedGate = settings.steeringProperty().get().gate();
  }

  /**
   * Reads the mix of another day in the background, and the probe of its gate; a vector that is
   * gone is left out.
   */
  public void restore() {
    GateInUse.reopen(savedGate, vectors, steering::restoreGate);
    SortedMap<Integer, MixedVector> found = new TreeMap<>();
    for (int i = 0; i < saved.size(); i++) {
      int place = i;
      SavedMix each = saved.get(i);
      vectors.read(
          Source.vector(String.valueOf(each.vector())),
          vector -> {
            found.put(place, MixedVector.restored(vector, each));
            steering.restoreMix(List.copyOf(found.values()));
          });
    }
  }

  /** The vectors to choose from. */
  public List<Source> choices() {
    return vectors.all();
  }

  /** Reads a vector in the background and adds it. */
  public void open(Source source) {
    vectors.read(source, this::add);
  }

  /** Adds a vector as its file recommends it. */
  public void add(VectorInUse vector) {
    steering.rest();
    edit("mix add", mix -> mix.addAll(MixedVector.recommended(vector)));
    steering.rest();
  }

  /** Takes a vector out. */
  public void remove(int index) {
    steering.rest();
    edit("mix remove", mix -> mix.remove(index));
    steering.rest();
  }

  /** Changes a layer, where the vector has it. */
  public void setLayer(int index, int layer) {
    change("mix layer " + index, index, mixed -> mixed.at(layer));
  }

  /** Changes a λ. */
  public void setStrength(int index, double strength) {
    change("mix strength " + index, index, mixed -> mixed.with(strength));
  }

  /** Changes how a direction meets the hidden state. */
  public void setOperator(int index, Operator operator) {
    steering.rest();
    change("mix operator " + index, index, mixed -> mixed.by(operator));
  }

  /** Lets a vector work, or rest. */
  public void setOn(int index, boolean on) {
    steering.rest();
    change("mix on " + index, index, mixed -> mixed.switched(on));
  }

  private void change(String kind, int index, UnaryOperator<MixedVector> change) {
    edit(kind, mix -> mix.set(index, change.apply(mix.get(index))));
  }

  private void edit(String kind, Consumer<List<MixedVector>> change) {
    steering.editMix(
        kind,
        before -> {
          List<MixedVector> mix = new ArrayList<>(before);
          change.accept(mix);
          return mix;
        });
  }
}
