package org.densesteer.ui.trace;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.densesteer.generation.TokenEvent;
import org.densesteer.ui.charts.ChartStrip;
import org.densesteer.ui.charts.ScriptedFigures;
import org.densesteer.ui.common.ScriptedDialogs;
import org.densesteer.ui.copies.ScriptedCopies;

/**
 * Measures what appending a batch of four tokens costs the window's thread, CSS and layout of the
 * pulse included, in milliseconds of its CPU time, so that other load counts little.
 */
final class AppendCost {

  private static final int BATCH = 4;
  private static final int WARM_UP = 40;
  private static final int MEASURED = 60;

  private final ArmViewModel arm = new ArmViewModel("Baseline", 0, ScriptedStream.WORDS);
  private final List<Double> costs = new ArrayList<>();
  private final List<TokenEvent> tokens;
  private final Scene scene;
  private final Runnable done;
  private int given;
  private double accepting;
  private double pulseStart;

  private AppendCost(
      Stage stage,
      int start,
      int stepLength,
      TokenColouring colouring,
      boolean charts,
      Runnable done) {
    this.done = done;
    TraceLink link = new TraceLink(ScriptedCopies.copier());
    link.colouringProperty().set(colouring);
    VBox root = new VBox(new TracePane(arm, null, link));
    if (charts) {
      root.getChildren()
          .add(
              new ChartStrip(
                  FXCollections.observableArrayList(arm),
                  link,
                  ScriptedFigures.export(new ScriptedDialogs())));
    }
    scene = new Scene(root, 600, 500);
    for (String sheet : List.of("bridge", "trace", "charts")) {
      scene
          .getStylesheets()
          .add(AppendCost.class.getResource("/styles/" + sheet + ".css").toExternalForm());
    }
    stage.setScene(scene);
    tokens = ScriptedStream.words(start + BATCH * (WARM_UP + MEASURED), stepLength);
    given = start;
    arm.accept(tokens.subList(0, start));
    scene.addPreLayoutPulseListener(() -> pulseStart = now());
    scene.addPostLayoutPulseListener(this::pulsed);
    Platform.requestNextPulse();
  }

  private static double now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  private void pulsed() {
    double cost = accepting + now() - pulseStart;
    if (accepting > 0) {
      costs.add(cost);
    }
    if (costs.size() == WARM_UP + MEASURED) {
      Platform.runLater(done);
    } else if (costs.size() < WARM_UP + MEASURED) {
      Platform.runLater(this::give);
    }
  }

  private void give() {
    if (given + BATCH > tokens.size()) {
      return;
    }
    double start = now();
    arm.accept(tokens.subList(given, given + BATCH));
    accepting = Math.max(1e-6, now() - start);
    given += BATCH;
    Platform.requestNextPulse();
  }

  private double median() {
    return costs.subList(WARM_UP, costs.size()).stream().sorted().toList().get(MEASURED / 2);
  }

  private double worst() {
    return costs.subList(WARM_UP, costs.size()).stream().mapToDouble(cost -> cost).max().orElse(0);
  }

  /** Runs the cases one after the other and prints a line for each. */
  public static final class Window extends Application {

    private final List<Runnable> cases = new ArrayList<>();

    @Override
    public void start(Stage stage) {
      setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      for (boolean charts : new boolean[] {true, false}) {
        for (TokenColouring colouring : List.of(TokenColouring.NONE, TokenColouring.NLL)) {
          for (int length : new int[] {14, 100_000}) {
            for (int start : new int[] {200, 2000}) {
              cases.add(() -> measure(stage, start, length, colouring, charts));
            }
          }
        }
      }
      stage.show();
      next();
    }

    private void next() {
      if (cases.isEmpty()) {
        Platform.exit();
      } else {
        cases.remove(0).run();
      }
    }

    private void measure(
        Stage stage, int start, int length, TokenColouring colouring, boolean charts) {
      AppendCost[] cost = new AppendCost[1];
      cost[0] =
          new AppendCost(
              stage,
              start,
              length,
              colouring,
              charts,
              () -> {
                System.out.printf(
                    "at %4d tokens, steps of %6d, colour %-4s, charts %-5b: median %.2f, worst %.2f ms%n",
                    start, length, colouring, charts, cost[0].median(), cost[0].worst());
                next();
              });
    }
  }

  /** Starts the measurement. */
  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }
}
