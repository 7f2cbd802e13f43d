package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.ui.trace.ArmViewModel;

/** The arms that a person put beside baseline and steered arm. */
final class ExtraArms {

  private static final int FIRST_COLOUR = 2;
  private static final int LAST_COLOUR = 9;

  private final ToIntFunction<String> tokenCount;
  private final ObservableList<ExtraArm> list = FXCollections.observableArrayList();

  private boolean quiet;

  ExtraArms(ToIntFunction<String> tokenCount) {
    this.tokenCount = tokenCount;
  }

  /** Adds the next draw of a placebo that is drawn by lot. */
  void addDraw(PlaceboKind kind) {
    IntStream.iterate(1, draw -> draw + 1)
        .mapToObj(draw -> new Placebo(kind, draw))
        .filter(placebo -> !has(placebo))
        .findFirst()
        .ifPresent(this::add);
  }

  /** Takes the last draw of a placebo away, or adds the first where there is none. */
  void toggle(PlaceboKind kind) {
    list.stream()
        .filter(arm -> arm.kind() instanceof PlaceboArm placebo && placebo.placebo().kind() == kind)
        .reduce((one, later) -> later)
        .ifPresentOrElse(this::remove, () -> addDraw(kind));
  }

  /** Adds a placebo, unless it is there or there is no room for another pane. */
  void add(Placebo placebo) {
    add(new PlaceboArm(placebo));
  }

  /** Adds an arm, unless it is there or there is no room for another pane. */
  void add(ArmKind kind) {
    addAll(List.of(kind));
  }

  /** Adds arms together, as one change: those that are not there, as far as there is room. */
  void addAll(List<? extends ArmKind> kinds) {
    List<Integer> colours = freeColours();
    List<ExtraArm> added = new ArrayList<>();
    for (ArmKind kind : kinds) {
      if (find(kind).isEmpty() && added.size() < colours.size()) {
        added.add(arm(kind, colours.get(added.size())));
      }
    }
    if (!added.isEmpty()) {
      list.addAll(added);
    }
  }

  private ExtraArm arm(ArmKind kind, int colour) {
    return new ExtraArm(kind, new ArmViewModel(kind.title(), colour, tokenCount));
  }

  /** Makes another arm of one, in its place, unless there is such an arm already. */
  void change(ExtraArm arm, ArmKind to) {
    int place = list.indexOf(arm);
    if (place >= 0 && find(to).isEmpty()) {
      list.set(place, arm(to, arm.pane().colourIndex()));
    }
  }

  /** Takes an arm away, with its pane. */
  void remove(ExtraArm arm) {
    list.remove(arm);
  }

  /** Takes the fan away, if there is one; its arms stand side by side. */
  void closeFan() {
    List<Integer> places =
        IntStream.range(0, list.size())
            .filter(place -> list.get(place).kind().ofFan())
            .boxed()
            .toList();
    if (!places.isEmpty()) {
      list.remove(places.get(0), places.get(places.size() - 1) + 1);
    }
  }

  /** Whether there is a fan of strengths. */
  boolean hasFan() {
    return list.stream().anyMatch(arm -> arm.kind().ofFan());
  }

  /** Puts these arms in the place of those there; panes of arms that stay stay. */
  void become(List<ArmKind> wanted) {
    for (ExtraArm arm : List.copyOf(list)) {
      if (!wanted.contains(arm.kind())) {
        list.remove(arm);
      }
    }
    for (int place = 0; place < wanted.size(); place++) {
      ArmKind kind = wanted.get(place);
      List<Integer> colours = freeColours();
      if (find(kind).isEmpty() && !colours.isEmpty()) {
        list.add(Math.min(place, list.size()), arm(kind, colours.get(0)));
      }
    }
  }

  /** Changes arms in a way that is nobody's edit. */
  void quietly(Runnable change) {
    boolean before = quiet;
    quiet = true;
    try {
      change.run();
    } finally {
      quiet = before;
    }
  }

  /** Whether the change under way is nobody's edit. */
  boolean isQuiet() {
    return quiet;
  }

  /** What the arms are, in the order of their panes. */
  List<ArmKind> kinds() {
    return list.stream().map(ExtraArm::kind).toList();
  }

  /** Whether a placebo is there. */
  boolean has(Placebo placebo) {
    return find(new PlaceboArm(placebo)).isPresent();
  }

  /** The arm that answers as such a one would. */
  Optional<ExtraArm> find(ArmKind wanted) {
    return list.stream()
        .filter(
            arm ->
                arm.kind().equals(wanted)
                    || arm.kind() instanceof SetArm own
                        && wanted instanceof SetArm other
                        && own.sameAs(other)
                    || arm.kind() instanceof PinnedArm pinned
                        && wanted instanceof PinnedArm other
                        && pinned.is(other.run(), other.arm()))
        .findFirst();
  }

  /** The arm that a pane shows; empty for baseline and steered arm. */
  Optional<ExtraArm> of(ArmViewModel pane) {
    return list.stream().filter(arm -> arm.pane() == pane).findFirst();
  }

  /** Whether no further pane fits beside the others. */
  boolean full() {
    return room() == 0;
  }

  /** How many further panes fit beside the others. */
  int room() {
    return freeColours().size();
  }

  private List<Integer> freeColours() {
    return IntStream.rangeClosed(FIRST_COLOUR, LAST_COLOUR)
        .filter(colour -> list.stream().noneMatch(arm -> arm.pane().colourIndex() == colour))
        .boxed()
        .toList();
  }

  /** The arms in the order of their panes. */
  ObservableList<ExtraArm> list() {
    return list;
  }
}
