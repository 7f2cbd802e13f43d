package org.densesteer.ui.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can do from anywhere.
 *
 * @param group what it belongs to, as a heading
 * @param name what it does, in the imperative
 * @param keys the keys that do it; the first one is shown
 * @param action does it, on the window's thread
 */
public record Command(String group, String name, List<KeyCombination> keys, Runnable action) {

  public Command {
    keys = List.copyOf(keys);
  }

  /** The key to press, in this platform's words; empty where there is none. */
  String keyText() {
    return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
  }

  /** Whether every word of what was typed begins a word of its name or group, in any order. */
  boolean matches(String typed) {
    List<String> words = words(name + " " + group);
    return words(typed).stream()
        .allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
  }

  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+−]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
