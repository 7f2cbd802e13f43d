package org.densesteer.steering.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.densesteer.common.AppFolders;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.OwnerLock;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorExport;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;

/**
 * Vectors in a folder: one safetensors file each, called like the vector, and an index with notes
 * and tags. The files alone are the library; a lost index costs the notes and nothing else, and a
 * file that is put into the folder by hand belongs to it. Safe for any thread.
 */
public final class VectorLibrary {

  static final String LOCK = ".library.lock";

  private static final Duration LONGEST_CHANGE = Duration.ofSeconds(10);

  private final Path folder;
  private final Clock clock;
  private final LibraryIndex index;
  private final Trash trash;

  /** Warnings that came up where nobody could be told; the next list brings them. */
  private final List<String> untold = new ArrayList<>();

  /**
   * A library in a folder, which is made when something is put into it.
   *
   * @param clock tells when vectors come and go
   */
  public VectorLibrary(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.index = new LibraryIndex(folder, clock);
    this.trash = new Trash(folder, clock);
  }

  /** The library of the person at this computer. */
  public static VectorLibrary ofUser() {
    return new VectorLibrary(AppFolders.data().resolve("vectors"), Clock.systemUTC());
  }

  /**
   * Reads the folder. Files that are broken are left out, with a sentence each.
   *
   * @throws FaultException when the folder cannot be read
   */
  public synchronized LibraryContents list() {
    trash.purge();
    Map<String, Annotation> annotations = index.read(untold::add);
    LibraryContents told = new LibraryContents(List.of(), untold);
    untold.clear();
    return told.and(VectorFolder.read(folder, annotations, false));
  }

  /**
   * Puts a vector into the library, under its own name or the nearest that is free. The file is
   * read back and compared before it counts.
   *
   * @throws FaultException when the vector has values that are not finite, or cannot be written
   */
  public synchronized LibraryEntry add(SteeringVector vector, String note, List<String> tags) {
    try (Change change = begin()) {
      Map<String, Annotation> annotations = index.read(untold::add);
      String name = VectorNames.free(VectorNames.cleaned(vector.name()), taken());
      Path file = fileOf(name);
      VectorExport.write(vector.renamed(name), ExportOptions.of(VectorFormats.SAFETENSORS), file);
      return noted(file, new Annotation(note, tags, clock.instant()), annotations);
    }
  }

  /**
   * Gives a vector another name.
   *
   * @throws FaultException when the name is taken or cannot be a file's, or the vector is gone
   */
  public synchronized LibraryEntry rename(String name, String newName) {
    try (Change change = begin()) {
      String checked = VectorNames.checked(newName);
      Path from = existing(name);
      Path to = fileOf(checked);
      if (!checked.equalsIgnoreCase(name) && taken().contains(checked.toLowerCase(Locale.ROOT))) {
        throw new FaultException(
            "The library has a vector " + checked + " already; choose another name.");
      }
      Map<String, Annotation> annotations = index.read(untold::add);
      move(from, to);
      Annotation annotation = annotations.remove(key(from));
      return noted(to, annotation == null ? Annotation.NONE : annotation, annotations);
    }
  }

  /**
   * Copies a vector with its notes.
   *
   * @throws FaultException when the vector is gone or the copy cannot be written
   */
  public synchronized LibraryEntry duplicate(String name) {
    Path from = existing(name);
    Annotation annotation = index.read(untold::add).getOrDefault(key(from), Annotation.NONE);
    SteeringVector vector = VectorFiles.read(from).vector();
    return add(vector.renamed(name + " copy"), annotation.note(), annotation.tags());
  }

  /**
   * Notes something about a vector.
   *
   * @throws FaultException when the vector is gone or the index cannot be written or must not be
   */
  public synchronized LibraryEntry annotate(String name, String note, List<String> tags) {
    try (Change change = begin()) {
      Path file = existing(name);
      Map<String, Annotation> annotations = index.read(untold::add);
      Annotation before = annotations.getOrDefault(key(file), Annotation.NONE);
      annotations.put(key(file), before.with(note, tags));
      index.write(annotations);
      return VectorFolder.entry(file, annotations, false);
    }
  }

  /**
   * Takes a vector out of the library; it can be brought back for a month.
   *
   * @throws FaultException when the vector is gone or its file cannot be moved
   */
  public synchronized DeletedVector delete(String name) {
    try (Change change = begin()) {
      Path file = existing(name);
      Map<String, Annotation> annotations = index.read(untold::add);
      Path now = trash.take(file);
      Annotation annotation = annotations.remove(key(file));
      keep(annotations);
      return new DeletedVector(name, now, annotation == null ? Annotation.NONE : annotation);
    }
  }

  /**
   * Brings a deleted vector back, under its old name or the nearest that is free now.
   *
   * @throws FaultException when its file is gone
   */
  public synchronized LibraryEntry restore(DeletedVector deleted) {
    try (Change change = begin()) {
      if (!Files.exists(deleted.file())) {
        throw new FaultException(
            "The vector " + deleted.name() + " cannot be brought back: its file is gone.");
      }
      Map<String, Annotation> annotations = index.read(untold::add);
      Path file = fileOf(VectorNames.free(deleted.name(), taken()));
      move(deleted.file(), file);
      return noted(file, deleted.annotation(), annotations);
    }
  }

  /** A change of the library, which no other window comes between. */
  private interface Change extends AutoCloseable {
    @Override
    void close();
  }

  private Change begin() {
    Path file = folder.resolve(LOCK);
    Optional<OwnerLock> lock;
    try {
      lock = OwnerLock.await(file, LONGEST_CHANGE);
    } catch (IOException e) {
      return () -> {}; // no locks here, or nothing can be written, which the change itself says
    }
    return lock.<Change>map(own -> own::close)
        .orElseThrow(
            () ->
                new FaultException(
                    "Another window is changing the vector library ("
                        + OwnerLock.owner(file)
                        + "); try again when it is done."));
  }

  private LibraryEntry noted(
      Path file, Annotation annotation, Map<String, Annotation> annotations) {
    annotations.put(key(file), annotation);
    keep(annotations);
    return VectorFolder.entry(file, annotations, false);
  }

  /** An index that must not be written over, of which the list has told, keeps no vector back. */
  private void keep(Map<String, Annotation> annotations) {
    if (!index.isLeft()) {
      index.write(annotations);
    }
  }

  private Set<String> taken() {
    return VectorFolder.files(folder).stream()
        .map(file -> VectorFiles.baseName(file).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private Path existing(String name) {
    Path file = fileOf(name);
    if (!Files.isRegularFile(file)) {
      throw new FaultException(
          "The library has no vector " + name + " any more: " + file + " is gone.");
    }
    return file;
  }

  private Path fileOf(String name) {
    return folder.resolve(name + VectorFolder.ENDING);
  }

  private static String key(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new FaultException(
          "Cannot move " + from + " to " + to + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }
}
