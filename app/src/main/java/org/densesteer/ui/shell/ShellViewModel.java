package org.densesteer.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.ui.common.Drawer;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.settings.Settings;

/** How the window shows itself. */
public final class ShellViewModel {

  private static final double SCALE_STEP = 1.1;
  private static final double PRESENT_SCALE = 1.45;

  private final Settings settings;
  private final Drawer drawer;
  private final BooleanProperty presenting = new SimpleBooleanProperty();
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.COMPARE);
  private final DoubleBinding presentScale =
      Bindings.when(presenting).then(PRESENT_SCALE).otherwise(1.0);

  public ShellViewModel(Settings settings) {
    this.settings = settings;
    drawer = Drawer.of(settings.drawerProperty());
  }

  /** Whether only the answers and charts are shown, larger, for an audience. */
  public BooleanProperty presentingProperty() {
    return presenting;
  }

  /** Factor that presenting puts on the size of all text. */
  DoubleBinding presentScaleBinding() {
    return presentScale;
  }

  /** The notebook beside the answers. */
  public Drawer drawer() {
    return drawer;
  }

  /** What the window shows. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** Begins or ends presenting, which is of answers. */
  public void togglePresenting() {
    page.set(Page.COMPARE);
    presenting.set(!presenting.get());
  }

  /** Ends presenting when that is so. */
  public void endPresentingIf(boolean ends) {
    presenting.set(presenting.get() && !ends);
  }

  /** Light to dark, or back. */
  public void toggleTheme() {
    settings.themeProperty().set(settings.themeProperty().get().other());
  }

  /** Makes all text larger. */
  void enlargeText() {
    scaleText(settings.textScaleProperty().get() * SCALE_STEP);
  }

  /** Makes all text smaller. */
  void shrinkText() {
    scaleText(settings.textScaleProperty().get() / SCALE_STEP);
  }

  /** Brings all text back to its own size. */
  void resetText() {
    scaleText(1);
  }

  private void scaleText(double scale) {
    settings.textScaleProperty().set(Settings.boundedScale(scale));
  }
}
