package org.densesteer.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.densesteer.figure.FigureFormat;
import org.densesteer.generation.TokenEvent;
import org.densesteer.notebook.Runs;
import org.densesteer.ui.common.ScriptedDialogs;
import org.densesteer.ui.copies.ScriptedCopies;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.ScriptedStream;
import org.densesteer.ui.trace.TraceLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChartStripUiTest {

  private final ArmViewModel baseline = new ArmViewModel("Baseline", 0, ScriptedStream.WORDS);
  private final ArmViewModel steered = new ArmViewModel("Steered", 1, ScriptedStream.WORDS);
  private final ObservableList<ArmViewModel> arms =
      FXCollections.observableArrayList(baseline, steered);
  private final List<TokenEvent> tokens = ScriptedStream.tokens(0, ScriptedStream.SPARSE, 7);

  private final ScriptedDialogs dialogs = new ScriptedDialogs();
  private final ScriptedFigures figures = new ScriptedFigures();

  private final TraceLink link = new TraceLink(ScriptedCopies.copier());

  @TempDir private Path folder;
  private ChartStrip strip;

  @Start
  void start(Stage window) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    strip = new ChartStrip(arms, link, figures.asking(dialogs), 0);
    strip.setPrefSize(900, 240);
    Scene scene = new Scene(new Pane(strip), 1000, 240);
    for (String sheet : List.of("bridge", "trace", "charts")) {
      scene
          .getStylesheets()
          .add(ChartStripUiTest.class.getResource("/styles/" + sheet + ".css").toExternalForm());
    }
    window.setScene(scene);
    window.show();
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private SeriesChart chart(ChartMeasure measure) {
    return strip.cardOf(measure).chart();
  }

  @Test
  void chartsGrowWithTheArms() {
    assertTrue(chart(ChartMeasure.DENSITY_PER_STEP).data().isEmpty());
    onWindow(() -> baseline.accept(tokens.subList(0, 10)));
    assertEquals(10, chart(ChartMeasure.NLL_PER_TOKEN).data().series().get(0).size());
    onWindow(() -> steered.accept(tokens));
    assertEquals(2, chart(ChartMeasure.NLL_PER_TOKEN).data().series().size());
    onWindow(
        () -> {
          baseline.reset();
          steered.reset();
        });
    assertTrue(chart(ChartMeasure.NLL_PER_TOKEN).data().isEmpty());
    assertTrue(chart(ChartMeasure.NLL_PER_TOKEN).getChildren().isEmpty());
  }

  @Test
  void aTokenThatIsPointedAtElsewhereIsMarked() {
    onWindow(() -> baseline.accept(tokens.subList(0, 10)));
    Node rule = strip.cardOf(ChartMeasure.NLL_PER_TOKEN).lookup(".chart-rule");
    assertFalse(rule.isVisible());
    onWindow(() -> link.pointedTokenProperty().set(4));
    assertTrue(rule.isVisible());
    onWindow(() -> link.pointedTokenProperty().set(200));
    assertFalse(rule.isVisible());
    onWindow(() -> link.pointedTokenProperty().set(4));
    onWindow(() -> link.pointedTokenProperty().set(-1));
    assertFalse(rule.isVisible());
  }

  @Test
  @Timeout(20)
  void pointsMayComeBeforeTheFirstPulseAndWhileAChartLeaves() {
    onWindow(
        () -> {
          ChartCard card = strip.cardOf(ChartMeasure.NLL_PER_TOKEN);
          for (int round = 0; round < 3; round++) {
            card.show(ChartMeasure.NLL_PER_TOKEN.of(arms));
            baseline.accept(tokens.subList(0, 5));
            card.show(ChartMeasure.NLL_PER_TOKEN.of(arms));
            baseline.accept(tokens.subList(5, 9));
            card.show(ChartMeasure.NLL_PER_TOKEN.of(arms));
            baseline.reset();
          }
          baseline.accept(tokens);
        });
    assertEquals(tokens.size(), chart(ChartMeasure.NLL_PER_TOKEN).data().series().get(0).size());
  }

  @Test
  void roomDecidesHowManyChartsAreSeen() {
    assertEquals(List.of(ChartMeasure.DENSITY_PER_STEP, ChartMeasure.NLL_PER_TOKEN), strip.shown());
    onWindow(() -> strip.setPrefWidth(1800));
    assertEquals(List.of(ChartMeasure.values()).subList(0, 4), strip.shown());
    onWindow(() -> strip.setPrefWidth(500));
    assertEquals(1, strip.shown().size());
  }

  @Test
  void theSaveButtonStaysInsideANarrowChart() {
    onWindow(
        () -> {
          strip.setPrefWidth(500);
          baseline.accept(tokens);
          steered.accept(tokens);
        });
    WaitForAsyncUtils.waitForFxEvents();
    ChartCard card = strip.cardOf(strip.shown().get(0));
    Node button = card.lookup(".chart-more");
    assertTrue(
        button.localToScene(button.getBoundsInLocal()).getMaxX()
            <= card.localToScene(card.getWidth(), 0).getX());
  }

  @Test
  void aButtonChoosesTheOtherChart(FxRobot robot) {
    onWindow(() -> baseline.accept(tokens));
    ToggleButton button =
        strip.lookupAll(".toggle-button").stream()
            .map(ToggleButton.class::cast)
            .filter(toggle -> toggle.getText().equals("KL"))
            .findFirst()
            .orElseThrow();
    robot.clickOn(button);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(ChartMeasure.DENSITY_PER_STEP, ChartMeasure.KL_PER_TOKEN), strip.shown());
    assertFalse(chart(ChartMeasure.KL_PER_TOKEN).data().isEmpty());
  }

  @Test
  void aPlaceInThePlotIsFoundAgain() {
    onWindow(() -> baseline.accept(tokens));
    double[] place = new double[2];
    onWindow(
        () -> {
          SeriesChart chart = chart(ChartMeasure.DENSITY_PER_STEP);
          place[0] = chart.placeAt(chart.xOf(5), chart.getHeight() / 2);
          place[1] = chart.placeAt(1, 1);
        });
    assertEquals(5, place[0], 0.05);
    assertTrue(Double.isNaN(place[1]));
  }

  @Test
  void theMouseReadsValuesOut(FxRobot robot) {
    onWindow(() -> baseline.accept(tokens));
    SeriesChart chart = chart(ChartMeasure.DENSITY_PER_STEP);
    Point2D[] at = new Point2D[1];
    onWindow(() -> at[0] = chart.localToScreen(chart.xOf(5), chart.getHeight() / 2));
    robot.moveTo(at[0]).moveBy(1, 0);
    WaitForAsyncUtils.waitForFxEvents();
    boolean read =
        strip.lookupAll(".chart-readout").stream()
            .map(javafx.scene.control.Label.class::cast)
            .anyMatch(label -> label.isVisible() && label.getText().startsWith("reasoning step 5"));
    assertTrue(read);
  }

  @Test
  void aChartIsSavedInEachFormatWithTheSettingsOfItsRun() throws Exception {
    onWindow(
        () -> {
          baseline.accept(tokens);
          baseline.belongTo(Runs.full("run-9", "Why?"));
        });
    for (FigureFormat format : FigureFormat.values()) {
      dialogs.answer = folder.resolve("chart." + format.ending());
      onWindow(() -> more().getItems().get(0).fire());
      ComboBox<?> formats = (ComboBox<?>) figures.shown.lookup("#formatBox");
      onWindow(() -> formats.getSelectionModel().select(format.ordinal()));
      onWindow(((Button) figures.shown.lookup("#saveButton"))::fire);
      assertEquals("density-per-step." + format.ending(), dialogs.suggested);
      assertEquals(format.ending(), figures.settings.figureProperty().get().format());
    }
    assertTrue(
        Files.readString(folder.resolve("chart.svg")).contains("&quot;id&quot;:&quot;run-9"));
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("chart.pdf").toFile())) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("Density per step") && text.contains("Baseline"), text);
      assertTrue(
          pdf.getDocumentInformation()
              .getCustomMetadataValue("DenseSteerSettings")
              .contains("run-9"));
    }
    BufferedImage picture = ImageIO.read(folder.resolve("chart.png").toFile());
    assertEquals(85 / 25.4 * 300, picture.getWidth(), 1.5);
    assertTrue(hasColour(picture, 0x0072b2), "the bars of the baseline are not in the picture");
  }

  @Test
  void aChartsDataIsSavedAsATable() throws Exception {
    onWindow(() -> baseline.accept(tokens));
    dialogs.answer = folder.resolve("chart.csv");
    onWindow(() -> more().getItems().get(1).fire());
    List<String> lines = Files.readAllLines(folder.resolve("chart.csv"));
    assertEquals(2 + 9, lines.size());
    assertTrue(lines.get(0).endsWith("Not ended when it was saved: Baseline."), lines.get(0));
  }

  private MenuButton more() {
    return (MenuButton) strip.cardOf(ChartMeasure.DENSITY_PER_STEP).lookup(".chart-more");
  }

  private static boolean hasColour(BufferedImage picture, int rgb) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if ((picture.getRGB(x, y) & 0xffffff) == rgb) {
          return true;
        }
      }
    }
    return false;
  }
}
