package org.densesteer.ui.shell;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.densesteer.ui.common.Drawer;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.TextSize;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A page with a drawer at its left side: beside the page in a wide window, above the page's edge in
 * another, so that nothing of the page is squeezed. The drawer is made when it is opened first.
 */
final class SideDrawer extends Region {

  /** From this width on, in ems, there is room for a drawer beside the page. */
  private static final double WIDE = 124;

  private static final double DRAWER_EMS = 21;

  /** Most of a narrow window that it takes. */
  private static final double MOST = 0.7;

  /** Where the handle stands in the height: below most of what a panel holds. */
  private static final double LOW = 0.78;

  /** What comes first by Tab is painted last. */
  private static final double ABOVE = -1;

  private final Node page;
  private final Supplier<? extends Region> maker;
  private final Drawer state;
  private final Settings settings;
  private final Button handle = new Button(null, new FontIcon(Feather.CHEVRON_RIGHT));
  private @Nullable Region drawer;
  private @Nullable Node focused;

  /**
   * A drawer that is open or not as its state says.
   *
   * @param page what it belongs to
   * @param maker makes its content
   * @param settings the size of all text
   */
  SideDrawer(Node page, Supplier<? extends Region> maker, Drawer state, Settings settings) {
    this.page = page;
    this.maker = maker;
    this.state = state;
    this.settings = settings;
    handle.setId("drawerHandle");
    handle.setViewOrder(ABOVE);
    handle.getStyleClass().addAll("flat", "drawer-handle");
    handle.setOnAction(event -> state.open().set(true));
    Fx.describe(handle, "Notebook beside the answers", "The latest runs at hand (Ctrl+Shift+H)");
    getStyleClass().add("side-drawer");
    getChildren().setAll(handle, page);
    state.open().subscribe((before, now) -> opened(now));
    settings.textScaleProperty().subscribe(this::requestLayout);
    if (state.open().get()) {
      // The window comes up first.
      Platform.runLater(this::show);
    }
  }

  private void opened(boolean now) {
    if (now) {
      focused = getScene() == null ? null : getScene().getFocusOwner();
      show();
      Node list = drawer == null ? null : drawer.lookup(".list-view");
      if (list != null) {
        list.requestFocus();
      }
    } else {
      hide();
    }
  }

  private void show() {
    if (!state.open().get()) {
      return;
    }
    if (drawer == null) {
      drawer = maker.get();
      drawer.getStyleClass().add("drawer");
      drawer.setViewOrder(ABOVE);
      // A list takes Esc for itself.
      drawer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }
    getChildren().setAll(drawer, page);
    drawer.applyCss();
  }

  private void hide() {
    boolean hadFocus = drawer != null && drawer.isFocusWithin();
    getChildren().setAll(handle, page);
    state.covering().set(false);
    if (hadFocus) {
      (focused != null && focused.getScene() == getScene() ? focused : handle).requestFocus();
    }
    focused = null;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      state.close();
      event.consume();
    }
  }

  @Override
  public Orientation getContentBias() {
    return page.getContentBias();
  }

  @Override
  protected double computeMinWidth(double height) {
    return page.minWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return page.minHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return page.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return page.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean open = drawer != null && getChildren().contains(drawer);
    if (open && drawer != null) {
      double room = snapSizeX(Math.min(DRAWER_EMS * TextSize.em(settings), MOST * width));
      boolean covering = TextSize.ems(width, settings) < WIDE;
      state.covering().set(covering);
      Fx.styled(drawer, "covering", covering);
      drawer.resizeRelocate(0, 0, room, height);
      double from = covering ? 0 : room;
      page.resizeRelocate(from, 0, width - from, height);
    } else {
      double high = handle.prefHeight(-1);
      handle.resizeRelocate(0, snapPositionY(LOW * (height - high)), handle.prefWidth(-1), high);
      page.resizeRelocate(0, 0, width, height);
    }
  }
}
