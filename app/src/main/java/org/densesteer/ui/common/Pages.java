package org.densesteer.ui.common;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** The pages beside Compare, each made when it is shown for the first time. */
public final class Pages {

  private final Map<Page, Supplier<Parent>> makers = new EnumMap<>(Page.class);
  private final Map<Page, ScrollPane> made = new EnumMap<>(Page.class);

  /** Only Compare. */
  public Pages() {}

  /** Adds a page; the switch shows only pages that were added. */
  public Pages with(Page page, Supplier<Parent> maker) {
    makers.put(page, maker);
    return this;
  }

  /** The pages there are, in the order of the switch. */
  public List<Page> present() {
    return Stream.of(Page.values())
        .filter(page -> page == Page.COMPARE || makers.containsKey(page))
        .toList();
  }

  /** The content of a page other than Compare; it scrolls where the window is too small for it. */
  public Node content(Page page) {
    Supplier<Parent> maker = makers.get(page);
    if (maker == null) {
      throw new IllegalArgumentException("Nobody makes the page " + page + ".");
    }
    return made.computeIfAbsent(page, missing -> scrolling(maker.get()));
  }

  private static ScrollPane scrolling(Parent content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setMinSize(0, 0);
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }
}
