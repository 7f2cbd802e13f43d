package org.densesteer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IconSizesTest {

  @Test
  void everySizeOfASheetFollowsTheTextInItsOrder() {
    IconSizes icons = new IconSizes();
    icons.add(
        """
        /* .old { -fx-icon-size: 99px; } */
        .plain { -fx-padding: 1px; }
        .a .icon,
        .b .icon {
          -fx-icon-color: red;
          -fx-icon-size: 15px;
        }
        """);
    icons.add(".c{-fx-icon-size:12px}");
    assertEquals(
        ".a .icon,\n.b .icon { -fx-icon-size: 23px; }\n.c { -fx-icon-size: 18px; }\n",
        icons.css(1.5).replace("\r", ""));
  }
}
