package org.densesteer.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows one notice on a card that lies over the lower edge of the page, so that nothing moves when
 * it comes and goes. It stops nobody's work: beside it everything can be reached.
 */
final class NoticeBanner extends HBox {

  private static final Duration INFO_STAYS = Duration.seconds(6);
  private static final double GAP = 10;
  private static final double LEFT = 0.26;
  private static final double SHARE = 0.38;

  private final Notices notices;
  private final FontIcon icon = new FontIcon();
  private final Label sentence = new Label();
  private final Button offer = new Button();
  private final Button details = new Button("Details");
  private final PauseTransition leave = new PauseTransition(INFO_STAYS);

  NoticeBanner(Notices notices, DialogService dialogs) {
    this.notices = notices;
    getStyleClass().add("notice");
    setId("notice");
    setAlignment(Pos.CENTER_LEFT);
    setMaxHeight(USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    sentence.setWrapText(true);
    sentence.setId("noticeSentence");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    offer.getStyleClass().addAll("accent", "small");
    offer.setMinWidth(USE_PREF_SIZE);
    offer.setId("noticeOffer");
    offer.setOnAction(event -> takeOffer());
    details.getStyleClass().addAll("flat", "small");
    details.setMinWidth(USE_PREF_SIZE);
    details.setOnAction(event -> openDetails(dialogs));
    Button close = new Button("", new FontIcon("fth-x"));
    close.getStyleClass().addAll("flat", "icon-button");
    close.setAccessibleText("Close the message");
    close.setOnAction(event -> notices.dismiss());
    getChildren().setAll(icon, sentence, offer, details, close);
    leave.setOnFinished(event -> notices.dismiss());
    notices.shownProperty().subscribe(this::show);
  }

  /**
   * Keeps it above the status line, and between the places at the lower left and right where pages
   * have buttons.
   *
   * @param height of the status line
   * @param width of the window
   */
  void keepOff(double height, double width) {
    StackPane.setMargin(this, new Insets(0, GAP, height + GAP, LEFT * width));
    setMaxWidth(SHARE * width);
  }

  private void takeOffer() {
    Notice notice = notices.shownProperty().get();
    notices.dismiss();
    if (notice != null && notice.offer() != null) {
      notice.offer().action().run();
    }
  }

  private void openDetails(DialogService dialogs) {
    Notice notice = notices.shownProperty().get();
    if (notice != null) {
      dialogs.showDetails(notice.sentence(), notice.details());
    }
  }

  private void show(@Nullable Notice notice) {
    leave.stop();
    if (notice == null) {
      giveFocusBack();
    }
    Fx.visible(this, notice != null);
    if (notice == null) {
      return;
    }
    getStyleClass().removeIf(name -> name.startsWith("notice-"));
    switch (notice.severity()) {
      case ERROR -> dress("notice-error", "fth-alert-octagon");
      case WARNING -> dress("notice-warning", "fth-alert-triangle");
      case INFO -> {
        dress("notice-info", "fth-info");
        if (notice.offer() == null) {
          leave.playFromStart();
        }
      }
    }
    sentence.setText(notice.sentence());
    setAccessibleText(notice.sentence());
    Fx.visible(offer, notice.offer() != null);
    offer.setText(notice.offer() == null ? "" : notice.offer().label());
    Fx.visible(details, !notice.details().isEmpty());
  }

  /** To nobody: hidden with the focus in it, the banner would hand it to some field. */
  private void giveFocusBack() {
    if (isFocusWithin()) {
      getScene().getRoot().requestFocus();
    }
  }

  private void dress(String styleClass, String literal) {
    getStyleClass().add(styleClass);
    icon.setIconLiteral(literal);
  }
}
