package org.densesteer.ui.common;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views whose controllers get everything they need in their constructors. */
public final class FxmlViews {

  private final Map<Class<?>, Supplier<?>> controllers = new LinkedHashMap<>();

  /** Says how a controller is made. */
  public <C> FxmlViews with(Class<C> type, Supplier<C> maker) {
    controllers.put(type, maker);
    return this;
  }

  /** Loads a view with its controller, and the views it includes with theirs. */
  public Parent load(FxmlFile file) {
    FXMLLoader loader = new FXMLLoader(file.url());
    loader.setControllerFactory(this::make);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot load the view " + file + ".", e);
    }
  }

  private Object make(Class<?> type) {
    Supplier<?> maker = controllers.get(type);
    if (maker == null) {
      throw new IllegalStateException("Nobody makes the controller " + type.getName() + ".");
    }
    return maker.get();
  }
}
