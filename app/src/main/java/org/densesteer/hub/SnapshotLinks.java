package org.densesteer.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives a blob its name in a snapshot folder. */
final class SnapshotLinks {

  /** One way to make {@code name} show what {@code blob} holds. */
  @FunctionalInterface
  interface Way {
    /** Throws when the file system cannot do it. */
    void link(Path name, Path blob) throws IOException;
  }

  private final Way symbolic;
  private final Way hard;

  /** Uses what the file system offers, symbolic links only if the person allows them. */
  SnapshotLinks(boolean symbolicLinks) {
    this(
        symbolicLinks ? SnapshotLinks::relativeLink : SnapshotLinks::impossible, Files::createLink);
  }

  SnapshotLinks(Way symbolic, Way hard) {
    this.symbolic = symbolic;
    this.hard = hard;
  }

  /**
   * Links {@code name} to {@code blob}: by a relative symbolic link, as Python tools do, else by a
   * hard link, which Windows allows everybody. Where neither is possible the blob itself moves
   * there, so that it does not take its room twice.
   */
  void place(Path name, Path blob) throws IOException {
    Files.createDirectories(name.getParent());
    if (Files.exists(name) && Files.isSameFile(name, blob)) {
      return;
    }
    Files.deleteIfExists(name);
    try {
      symbolic.link(name, blob);
    } catch (IOException | UnsupportedOperationException noSymbolicLinks) {
      try {
        hard.link(name, blob);
      } catch (IOException | UnsupportedOperationException noLinksAtAll) {
        Files.move(blob, name);
      }
    }
  }

  private static void relativeLink(Path name, Path blob) throws IOException {
    Files.createSymbolicLink(name, name.getParent().relativize(blob));
  }

  private static void impossible(Path name, Path blob) {
    throw new UnsupportedOperationException("symbolic links are switched off");
  }
}
