package org.densesteer.ui.charts;

import java.util.List;
import java.util.Objects;
import org.densesteer.notebook.Provenance;
import org.densesteer.ui.trace.ArmViewModel;

/** What the answers in panes were made by. */
public final class AnswersOrigin {

  private AnswersOrigin() {}

  /** The runs that the arms' answers belong to. */
  public static Provenance of(List<ArmViewModel> arms) {
    List<ArmViewModel> said = arms.stream().filter(arm -> arm.response().size() > 0).toList();
    return new Provenance(
        said.stream()
            .map(arm -> arm.runProperty().get())
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        said.stream()
            .filter(arm -> arm.runProperty().get() == null)
            .map(ArmViewModel::name)
            .toList());
  }
}
