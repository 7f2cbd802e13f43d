package org.densesteer.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.Json;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.figure.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTablesTest {

  @TempDir Path path;

  private SweepTables tables(double split, String placebos) {
    ProblemSet problems = SweepFixture.problems(20);
    SweepPlan plan = SweepFixture.plan(problems, split, placebos, 16);
    SweepFolder folder = new SweepFolder(path);
    new SweepRunner(plan, problems, SweepFixture.VECTOR, new PaperEngine())
        .run(folder, SweepFixture.ORIGIN, false, answer -> {}, Progress.NONE, new SweepControl());
    return new SweepTables(new SweepProvenance(plan, SweepFixture.ORIGIN), folder.read().results());
  }

  @Test
  void everyCellIsARowWithItsFigures() {
    SweepTables tables = tables(0, "");
    assertEquals(1, tables.tables().size(), "no check without placebos and split");
    Table cells = tables.tables().get(0);
    assertEquals(8, cells.rows().size());
    for (int i = 0; i < 8; i++) {
      CellSummary cell = tables.results().cells().get(i);
      List<String> row = cells.rows().get(i);
      assertEquals(Integer.toString(cell.layer()), row.get(0));
      assertEquals(Measure.DENSITY.format(cell.mean(Measure.DENSITY)), row.get(5));
    }
    assertEquals(List.of("0", "−2"), cells.rows().get(0).subList(0, 2));
    assertEquals(List.of("–", "–"), cells.rows().get(1).subList(3, 5), "λ 0 is the baseline");
    assertEquals(1, cells.rows().stream().filter(row -> row.get(10).contains("chosen")).count());
  }

  @Test
  void theChosenCellStandsBesideItsPlacebos() {
    SweepTables tables = tables(0.5, "random:2");
    Table check = tables.tables().get(0);
    List<String> arms = check.rows().stream().map(row -> row.get(0)).toList();
    assertEquals(4, arms.size(), arms.toString());
    assertEquals("baseline", arms.get(0));
    assertTrue(arms.get(1).startsWith("chosen: layer "), arms.get(1));
    assertEquals(List.of("random-1", "random-2"), arms.subList(2, 4));
    assertTrue(check.caption().startsWith("The chosen cell and its placebos on 10 problems of"));
    assertFalse(check.label().equals(tables.tables().get(1).label()));
  }

  @Test
  void theSettingsAreInsideAndFoldersAreNot() throws Exception {
    SweepTables tables = tables(0.5, "random:1");
    String latex = tables.latex();
    List<String> settings = latex.lines().filter(line -> line.startsWith("% settings: ")).toList();
    assertEquals(2, settings.size());
    JsonNode made = Json.STRICT.readTree(settings.get(0).substring("% settings: ".length()));
    assertEquals(tables.made().plan().hash(), made.at("/sweep/hash").asText());
    assertEquals(0.5, made.at("/sweep/plan/split").asDouble());
    assertEquals("[0,2]", made.at("/sweep/plan/grid/layers").toString());
    assertFalse(latex.contains("dense & co") || latex.contains("my sums.jsonl"), "no file names");
    assertTrue(
        latex.contains("on tiny \\textless{}model\\textgreater{} (fingerprint model"), latex);
    assertTrue(tables.markdown().contains("<!-- settings: {"));
    SweepFolder folder = new SweepFolder(path);
    List<String> csv = SweepFiles.csv(folder, tables.made()).lines().toList();
    assertEquals(Files.readAllLines(folder.cellsFile()), csv.subList(2, csv.size()));
    assertTrue(csv.get(0).startsWith("# Sweep of dense (SHA-256 "), csv.get(0));
    JsonNode json = Json.STRICT.readTree(SweepFiles.json(folder, tables.made()));
    assertEquals(json.get("plan").asText(), json.at("/settings/hash").asText());
  }
}
