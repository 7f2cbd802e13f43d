package org.densesteer.ui.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.steering.ConfidenceGate;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.CurveGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.KlBudget;
import org.densesteer.steering.Probe;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.TwoWay;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** The numbers of the chosen gate; nothing for a constant strength. */
final class GateFields extends VBox {

  private final SteeringViewModel viewModel;
  private final VectorChoices vectors;
  private final Runnable makeProbe;
  private @Nullable GateKind shown;
  private List<Runnable> refresh = List.of();

  /**
   * Ties a choice of gates to the panel, and shows the fields of what is chosen.
   *
   * @param makeProbe opens the making of a probe
   */
  GateFields(
      SteeringViewModel viewModel,
      VectorChoices vectors,
      ComboBox<GateKind> box,
      Runnable makeProbe) {
    this.viewModel = viewModel;
    this.vectors = vectors;
    this.makeProbe = makeProbe;
    getStyleClass().add("gate-fields");
    managedProperty().bind(visibleProperty());
    box.getItems().setAll(GateKind.values());
    TwoWay.tie(
        box.valueProperty(),
        viewModel.stateProperty().map(state -> GateKind.of(state.gate().gate())),
        this::choose);
    viewModel.stateProperty().subscribe(state -> show(state.gate()));
  }

  private void choose(GateKind kind) {
    viewModel.rest();
    if (now().gate() instanceof CosineGate cosine
        && (kind == GateKind.COSINE || kind == GateKind.COSINE_PROMPT)) {
      viewModel.setGate(
          new GateInUse(
              new CosineGate(cosine.probe(), cosine.bound(), kind == GateKind.COSINE_PROMPT),
              now().probe()));
      viewModel.rest();
      return;
    }
    VectorInUse inUse = viewModel.vectorProperty().getValue();
    int layer = viewModel.stateProperty().get().layer();
    boolean usable = inUse != null && inUse.vector().norm(layer) > 0;
    Gate start = kind.start(usable ? new Probe(inUse.vector(), layer) : null);
    boolean probed = start instanceof CosineGate;
    viewModel.setGate(new GateInUse(start, probed && inUse != null ? inUse.source() : null));
    viewModel.rest();
  }

  private GateInUse now() {
    return viewModel.stateProperty().get().gate();
  }

  private void show(GateInUse gate) {
    GateKind kind = GateKind.of(gate.gate());
    if (kind != shown) {
      shown = kind;
      List<Runnable> all = new ArrayList<>();
      getChildren().setAll(fields(kind, all));
      refresh = all;
      setVisible(!getChildren().isEmpty());
    }
    refresh.forEach(Runnable::run);
  }

  private List<Node> fields(GateKind kind, List<Runnable> all) {
    return switch (kind) {
      case CONSTANT -> List.of();
      case TOKENS, STEPS -> curve(all);
      case CONFIDENCE ->
          List.of(
              number(
                  "open while p below",
                  "Largest probability of the likeliest token",
                  new Range(0.001, 1, 0.05),
                  () -> ((ConfidenceGate) now().gate()).bound(),
                  bound -> set(new ConfidenceGate(bound)),
                  all),
              note("Opens behind a token at which the model hesitated."));
      case BUDGET ->
          List.of(
              number(
                  "nats a token",
                  "KL budget in nats a token",
                  new Range(0.001, 1000, 0.05),
                  () -> budget().nats(),
                  nats -> set(new KlBudget(nats, budget().gain())),
                  all),
              number(
                  "gain",
                  "Gain of the KL budget",
                  new Range(0.01, 1e6, 1),
                  () -> budget().gain(),
                  gain -> set(new KlBudget(budget().nats(), gain)),
                  all),
              note("Full strength up to the budget, none from budget · (1 + 1/gain) on."));
      case COSINE -> cosine("Decided anew before every token, by the token before it.", all);
      case COSINE_PROMPT -> cosine("Decided once, by the last token of the unsteered prompt.", all);
    };
  }

  private KlBudget budget() {
    return (KlBudget) now().gate();
  }

  private List<Node> curve(List<Runnable> all) {
    GateCurve drawn = new GateCurve();
    all.add(
        () -> {
          if (now().gate() instanceof CurveGate curve) {
            drawn.show(curve);
          }
        });
    drawn.setOnChange(this::set);
    drawn.setOnRest(viewModel::rest);
    return List.of(drawn, drawn.words());
  }

  private List<Node> cosine(String when, List<Runnable> all) {
    MenuButton probe = new MenuButton();
    probe.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(probe, Priority.ALWAYS);
    probe.setAccessibleText("Probe");
    probe.setMnemonicParsing(false);
    probe.setOnShowing(
        event ->
            probe
                .getItems()
                .setAll(
                    Stream.concat(
                            vectors.all().stream().map(this::item),
                            Stream.of(new SeparatorMenuItem(), made()))
                        .toList()));
    probe.getItems().setAll(new MenuItem("…"));
    all.add(() -> probe.setText(probed().probe().vector().name()));
    HBox row = new HBox(label("probe"), probe);
    row.getStyleClass().add("field-head");
    return List.of(
        row,
        number(
            "read at layer",
            "Layer at which the probe is read",
            new Range(0, 9999, 1),
            () -> probed().probe().layer(),
            this::layer,
            all),
        number(
            "open above cosine",
            "Bound of the cosine",
            new Range(-1, 1, 0.05),
            () -> probed().bound(),
            bound ->
                viewModel.setGate(
                    new GateInUse(
                        new CosineGate(probed().probe(), bound, probed().once()), now().probe())),
            all),
        note(when));
  }

  private CosineGate probed() {
    return (CosineGate) now().gate();
  }

  /** A layer that the probe lacks is not taken. */
  private void layer(double layer) {
    CosineGate gate = probed();
    if (gate.probe().vector().norm((int) layer) > 0) {
      viewModel.setGate(
          new GateInUse(
              new CosineGate(
                  new Probe(gate.probe().vector(), (int) layer), gate.bound(), gate.once()),
              now().probe()));
    }
  }

  private MenuItem made() {
    MenuItem item = new MenuItem("Make a probe…");
    item.setMnemonicParsing(false);
    item.setOnAction(event -> makeProbe.run());
    return item;
  }

  private MenuItem item(Source source) {
    MenuItem item = new MenuItem(source.name());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> vectors.read(source, this::use));
    return item;
  }

  /** Another probe, at the same layer where it has that, else at the one that its file names. */
  private void use(VectorInUse other) {
    if (now().gate() instanceof CosineGate gate) {
      int layer =
          other.vector().norm(gate.probe().layer()) > 0
              ? gate.probe().layer()
              : Recommendation.of(other.vector()).layer();
      viewModel.rest();
      viewModel.setGate(
          new GateInUse(
              new CosineGate(new Probe(other.vector(), layer), gate.bound(), gate.once()),
              other.source()));
      viewModel.rest();
    }
  }

  private void set(Gate gate) {
    viewModel.setGate(GateInUse.of(gate));
  }

  private record Range(double min, double max, double step) {}

  private interface Shown {
    double now();
  }

  private static Node number(
      String what,
      String accessible,
      Range range,
      Shown shown,
      DoubleConsumer wish,
      List<Runnable> all) {
    NumberField field = new NumberField();
    field.setAccessibleText(accessible);
    field.getStyleClass().add(range.min() < 0 ? "long-number" : "short-number");
    field.setMin(range.min());
    field.setMax(range.max());
    field.setStep(range.step());
    field.setWhole(range.step() == 1 && range.max() == 9999);
    boolean[] showing = {false};
    all.add(
        () -> {
          showing[0] = true;
          field.setValue(shown.now());
          showing[0] = false;
        });
    field
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (!showing[0]) {
                wish.accept(now.doubleValue());
                // What was not taken is taken back.
                field.setValue(shown.now());
              }
            });
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(label(what), space, field);
    row.getStyleClass().add("field-head");
    return row;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("field-label");
    return label;
  }

  private static Label note(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("note");
    label.setWrapText(true);
    return label;
  }
}
