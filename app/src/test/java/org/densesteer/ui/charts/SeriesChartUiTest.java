package org.densesteer.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** New data may come at any moment of the chart's life; each must be taken without waiting. */
@ExtendWith(ApplicationExtension.class)
class SeriesChartUiTest {

  private StackPane parent;
  private SeriesChart chart;

  @Start
  private void start(Stage stage) {
    // The colours that chart-fx looks up; the window's own sheets define them otherwise.
    Application.setUserAgentStylesheet(Application.STYLESHEET_MODENA);
    chart = new SeriesChart(data(1));
    parent = new StackPane(chart);
    stage.setScene(new Scene(parent, 400, 300));
    stage.show();
  }

  @Test
  void takesDataAfterALayoutByHand() throws Exception {
    soon(
        () -> {
          chart.show(data(2));
          parent.requestLayout();
          parent.applyCss();
          parent.layout();
          chart.show(data(3));
        });
    assertEquals(data(3).maxY(), chart.data().maxY());
  }

  @Test
  void takesDataRightAfterItCameBackIntoTheScene() throws Exception {
    soon(
        () -> {
          parent.getChildren().clear();
          chart.show(data(2));
          parent.getChildren().add(chart);
          chart.show(data(3));
          parent.getChildren().clear();
          chart.show(data(4));
        });
    assertEquals(data(4).maxY(), chart.data().maxY());
  }

  private static void soon(Runnable change) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(change));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ChartData data(double height) {
    return new ChartData(
        "title",
        "unit",
        ChartKind.LINES,
        "token",
        2,
        List.of(
            new ChartSeries("arm", 0, false, new double[] {0, 1, 2}, new double[] {0, 1, height})));
  }
}
