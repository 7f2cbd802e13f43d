package org.densesteer.ui.vectors;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.densesteer.steering.LintFinding;
import org.densesteer.ui.common.Fx;
import org.kordamp.ikonli.javafx.FontIcon;

/** Findings about a vector, each with a sign of how bad it is. */
final class FindingList {

  private FindingList() {}

  static void show(Pane into, List<LintFinding> findings) {
    into.getChildren().setAll(findings.stream().map(FindingList::line).toList());
    Fx.visible(into, !findings.isEmpty());
  }

  private static Label line(LintFinding finding) {
    String kind =
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "note";
        };
    String icon =
        switch (finding.severity()) {
          case ERROR -> "fth-alert-octagon";
          case WARNING -> "fth-alert-triangle";
          case NOTE -> "fth-info";
        };
    Label line = new Label(finding.sentence(), new FontIcon(icon));
    line.setWrapText(true);
    line.getStyleClass().addAll("finding", "finding-" + kind);
    line.setAccessibleText(kind + ": " + finding.sentence());
    return line;
  }
}
