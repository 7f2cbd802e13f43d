package org.densesteer.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers every dialog with what a test put here. */
public final class ScriptedDialogs implements DialogService {

  /** The answer to every question for a path; null for Cancel. */
  public @Nullable Path answer;

  /** Headlines of details that were shown. */
  public final List<String> shown = new ArrayList<>();

  /** The name that was suggested last. */
  public String suggested = "";

  @Override
  public Optional<Path> openFolder(String title, @Nullable Path start) {
    return Optional.ofNullable(answer);
  }

  @Override
  public Optional<Path> openFile(String title, List<FileKind> kinds, @Nullable Path start) {
    return Optional.ofNullable(answer);
  }

  @Override
  public Optional<Path> saveFile(
      String title, String suggestedName, FileKind kind, @Nullable Path start) {
    suggested = suggestedName;
    return Optional.ofNullable(answer);
  }

  @Override
  public void showDetails(String headline, String details) {
    shown.add(headline);
  }
}
