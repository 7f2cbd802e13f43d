package org.densesteer.ui.words;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.densesteer.common.Texts;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunFloor;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.trace.ArmViewModel;

/** The words that steering lifted and suppressed over the answers in the panes. */
final class WordsController {

  private static final String RANDOM = "random";

  private final List<ArmViewModel> arms;
  private final Notices notices;
  private final Overlay overlay;

  @FXML private ComboBox<ArmViewModel> arm;
  @FXML private ComboBox<WordOrder> order;
  @FXML private Label caption;
  @FXML private Node body;
  @FXML private GridPane lifted;
  @FXML private GridPane suppressed;

  WordsController(List<ArmViewModel> arms, Notices notices, Overlay overlay) {
    this.arms = arms;
    this.notices = notices;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    List<ArmViewModel> some = arms.stream().filter(each -> !of(each).shifts().isEmpty()).toList();
    arm.getItems().setAll(some);
    arm.setConverter(Fx.named(ArmViewModel::name));
    order.getItems().setAll(WordOrder.values());
    order.setConverter(Fx.named(WordOrder::words));
    order.setValue(WordOrder.NATS);
    Fx.visible(body, !some.isEmpty());
    if (some.isEmpty()) {
      arm.setDisable(true);
      caption.setText("No steered answer stands in the panes yet; run one first.");
      return;
    }
    arm.setValue(some.get(0));
    arm.valueProperty().subscribe(now -> show());
    order.valueProperty().subscribe(now -> show());
  }

  private static WordShifts of(ArmViewModel arm) {
    RunArm recorded = arm.recordedProperty().get();
    return recorded == null ? WordShifts.NONE : recorded.words();
  }

  /** Random directions in the panes, and those that answered unseen behind the steered arm. */
  private List<WordShifts> floor(ArmViewModel chosen) {
    Stream<WordShifts> seen =
        arms.stream()
            .map(each -> each.recordedProperty().get())
            .filter(Objects::nonNull)
            .filter(recorded -> recorded.name().startsWith(RANDOM))
            .map(RunArm::words);
    RunFloor unseen = chosen.floorProperty().get();
    return Stream.concat(
            seen,
            unseen == null
                ? Stream.of()
                : unseen.answers().stream().map(random -> random.answer().words()))
        .filter(words -> !words.shifts().isEmpty())
        .toList();
  }

  private void show() {
    ArmViewModel chosen = arm.getValue();
    WordShifts words = of(chosen);
    RunArm recorded = chosen.recordedProperty().get();
    boolean random = recorded != null && recorded.name().startsWith(RANDOM);
    List<WordShifts> floor = random ? List.of() : floor(chosen);
    WordRows rows = new WordRows(order.getValue(), chosen.colourIndex(), floor);
    rows.fill(lifted, order.getValue().most(words, true, WordShifts.MOST));
    rows.fill(suppressed, order.getValue().most(words, false, WordShifts.MOST));
    caption.setText(
        Texts.of(
            "Over the %d positions of this answer: the sum of ln p steered − ln p unsteered at the"
                + " same context, and of p (how many more of the token steering makes expected). A"
                + " token that stays unlikely can gain many nats and still never come.%s",
            words.positions(),
            floor.isEmpty()
                ? " The random directions behind the run, or beside it as arms, show what any push does."
                : " Beyond: further than every random direction beside it on this question."));
  }

  @FXML
  private void copy() {
    ArmViewModel chosen = arm.getValue();
    if (chosen == null) {
      return;
    }
    StringBuilder csv = new StringBuilder("token_id,text,nats,expected\r\n");
    for (WordShift shift : of(chosen).shifts()) {
      csv.append(
          Texts.of(
              "%d,\"%s\",%.5f,%.5f\r\n",
              shift.tokenId(), shift.text().replace("\"", "\"\""), shift.nats(), shift.expected()));
    }
    Fx.copy(csv.toString());
    notices.show(Notice.info("The words are in the clipboard as CSV."));
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
