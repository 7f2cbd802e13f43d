package org.densesteer.ui.trace;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.ui.charts.ChartStrip;
import org.densesteer.ui.charts.ScriptedFigures;
import org.densesteer.ui.common.ScriptedDialogs;
import org.densesteer.ui.copies.ScriptedCopies;

/**
 * Panes and charts on a scripted stream, to be looked at. Arguments: {@code --dark}, {@code
 * --width=}, {@code --height=}, {@code --colour=NLL}, {@code --look=INDEX}, {@code --stop=TOKENS},
 * {@code --long}, {@code --empty}.
 */
public final class TraceDemo extends Application {

  private final ObservableList<ArmViewModel> arms =
      FXCollections.observableArrayList(
          new ArmViewModel("Baseline", 0, ScriptedStream.WORDS),
          new ArmViewModel("Steered", 1, ScriptedStream.WORDS));

  @Override
  public void start(Stage stage) {
    boolean dark = getParameters().getUnnamed().contains("--dark");
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    TraceLink link = new TraceLink(ScriptedCopies.copier());
    link.colouringProperty().set(TokenColouring.valueOf(named("colour", "NONE")));
    List<TracePane> panes =
        arms.stream().map(arm -> new TracePane(arm, arms.get(0), link)).toList();
    HBox row = new HBox(12);
    panes.forEach(pane -> HBox.setHgrow(pane, Priority.ALWAYS));
    panes.forEach(pane -> pane.setPrefWidth(0));
    row.getChildren().addAll(panes);
    ChartStrip charts = new ChartStrip(arms, link, ScriptedFigures.export(new ScriptedDialogs()));
    charts.setPrefHeight(220);
    charts.setMinHeight(150);
    VBox root = new VBox(12, row, charts);
    VBox.setVgrow(row, Priority.ALWAYS);
    root.setStyle("-fx-padding: 12px; -fx-font-size: 13px;");
    if (dark) {
      root.getStyleClass().add("dark");
    }
    Scene scene =
        new Scene(
            root,
            Double.parseDouble(named("width", "880")),
            Double.parseDouble(named("height", "830")));
    for (String sheet : List.of("bridge", "base", "trace", "charts")) {
      var url = TraceDemo.class.getResource("/styles/" + sheet + ".css");
      if (url != null) {
        scene.getStylesheets().add(url.toExternalForm());
      }
    }
    stage.setScene(scene);
    stage.show();
    if (!getParameters().getUnnamed().contains("--empty")) {
      stream(panes);
    }
  }

  private String named(String name, String otherwise) {
    return getParameters().getNamed().getOrDefault(name, otherwise);
  }

  private void stream(List<TracePane> panes) {
    int stop = Integer.parseInt(named("stop", "100000"));
    boolean longer = getParameters().getUnnamed().contains("--long");
    List<TokenEvent> sparse = tokens(0, ScriptedStream.SPARSE, longer);
    List<TokenEvent> dense = tokens(1, ScriptedStream.DENSE, longer);
    if (longer) {
      Random random = new Random(9);
      for (int i = 20; i < dense.size(); i++) {
        TokenEvent token = dense.get(i);
        dense.set(i, ScriptedStream.event(1, i, token.text(), random, i < 60 ? 3 : 4));
      }
    }
    Timeline timeline = new Timeline();
    for (int i = 0; i < Math.min(stop, Math.max(sparse.size(), dense.size())); i++) {
      int at = i;
      timeline
          .getKeyFrames()
          .add(new KeyFrame(Duration.millis(16.0 * i), event -> feed(at, sparse, dense)));
    }
    timeline.setOnFinished(
        event -> {
          if (stop >= sparse.size()) {
            AnswerChecker gold = AnswerChecker.of("84");
            arms.get(0).finish(ScriptedStream.trace(sparse, StopReason.END_OF_TEXT), gold);
            arms.get(1).finish(ScriptedStream.trace(dense, StopReason.END_OF_TEXT), gold);
          }
          int look = Integer.parseInt(named("look", "-1"));
          if (look >= 0) {
            panes.get(1).hands().look(look);
          }
        });
    timeline.play();
  }

  private void feed(int at, List<TokenEvent> sparse, List<TokenEvent> dense) {
    if (at < sparse.size()) {
      arms.get(0).accept(List.of(sparse.get(at)));
    }
    if (at < dense.size()) {
      arms.get(1).accept(List.of(dense.get(at)));
    }
  }

  private static List<TokenEvent> tokens(int arm, String text, boolean longer) {
    String repeated = longer ? (text + "\n\n").repeat(8) : text;
    return new ArrayList<>(ScriptedStream.tokens(arm, repeated, 7 + arm));
  }

  /** Starts the window. */
  public static void main(String[] arguments) {
    launch(TraceDemo.class, arguments);
  }
}
