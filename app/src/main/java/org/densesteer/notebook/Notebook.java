package org.densesteer.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.densesteer.common.AppFolders;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.JsonFlaw;
import org.densesteer.common.Texts;

/**
 * Every run that was made, on disk since it ended. Only summaries are held in memory; a whole run
 * is read when it is asked for. Several windows, of this process or others, may use one notebook;
 * {@link #refresh} finds what the others added. Safe for any thread; every method may wait for the
 * disk.
 */
public final class Notebook {

  private record Place(long offset, int length) {}

  private final NotebookFile file;
  private final Consumer<String> told;
  private final Map<String, RunSummary> summaries = new LinkedHashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Place> floors = new HashMap<>();
  private final Map<String, RunMark> marks = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();
  private long seen;
  private boolean opened;

  /**
   * The notebook of a folder; nothing is read yet.
   *
   * @param clock names what is set aside
   * @param told hears complete sentences about lines that could not be used
   */
  public Notebook(Path folder, Clock clock, Consumer<String> told) {
    this.file = new NotebookFile(folder, clock);
    this.told = told;
  }

  /** The notebook of the person at this machine. */
  public static Notebook ofUser(Consumer<String> told) {
    return new Notebook(AppFolders.data().resolve("notebook"), Clock.systemUTC(), told);
  }

  /**
   * A run and what was noted of it.
   *
   * @param summary the run
   * @param mark what was noted
   */
  public record Entry(RunSummary summary, RunMark mark) {}

  /**
   * All runs but the deleted ones, oldest first, those that other windows added among them.
   *
   * @throws FaultException when the file cannot be read
   */
  public synchronized List<Entry> refresh() {
    if (!opened) {
      file.mend().ifPresent(told);
      opened = true;
    }
    scan();
    List<Entry> entries = new ArrayList<>();
    summaries.forEach(
        (id, summary) -> {
          if (!deleted.contains(id)) {
            entries.add(new Entry(summary, marks.getOrDefault(id, RunMark.NONE)));
          }
        });
    return entries;
  }

  private void scan() {
    if (Files.notExists(file.path())) {
      return;
    }
    int[] broken = new int[2];
    try {
      if (Files.size(file.path()) < seen) {
        forget();
      }
      seen =
          JournalScan.of(
              file.path(),
              seen,
              (offset, length, beginning, known) -> take(offset, length, beginning, known, broken));
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (broken[0] > 0) {
      told.accept(
          Texts.of(
              "%d lines of the notebook %s are no runs; they are left out and stay in the file.",
              broken[0], file.path()));
    }
    if (broken[1] > 0) {
      told.accept(
          Texts.of(
              "%d lines of the notebook %s were made by a newer version of the workbench; they are"
                  + " left out and stay in the file.",
              broken[1], file.path()));
    }
  }

  private void forget() {
    summaries.clear();
    places.clear();
    floors.clear();
    marks.clear();
    deleted.clear();
    seen = 0;
  }

  private void take(long offset, long length, byte[] beginning, int known, int[] broken) {
    try {
      NotebookLine line = NotebookLine.read(beginning, known);
      String id = line.run();
      if (line.summary() != null) {
        summaries.put(id, line.summary());
        places.put(id, new Place(offset, Math.toIntExact(length)));
      }
      if (line.floor()) {
        floors.put(id, new Place(offset, Math.toIntExact(length)));
      }
      if (line.mark() != null) {
        marks.put(id, line.mark());
      }
      if (Boolean.TRUE.equals(line.deleted())) {
        deleted.add(id);
      } else if (line.deleted() != null) {
        deleted.remove(id);
      }
    } catch (NotebookLine.NewerException e) {
      broken[1]++;
    } catch (IOException | ArithmeticException e) {
      broken[0]++;
    }
  }

  /**
   * Keeps a run; it is on the disk afterwards.
   *
   * @throws FaultException when the disk refuses it
   */
  public void append(Run run) {
    file.append(NotebookLine.of(run));
  }

  /**
   * Keeps what random directions did beside a run that is kept already.
   *
   * @throws FaultException when the disk refuses it
   */
  public void keepFloor(String run, RunFloor floor) {
    file.append(NotebookLine.floor(run, floor));
  }

  /**
   * Takes runs over from elsewhere: those that are not here, and those that were deleted here. What
   * was noted of them comes along where nothing is noted here.
   *
   * @param others what was noted of the runs, by their ids
   * @return how many came into the list
   * @throws FaultException when the disk refuses one; those before it are kept
   */
  public synchronized int merge(List<Run> runs, Map<String, RunMark> others) {
    refresh();
    int taken = 0;
    Set<String> seenHere = new HashSet<>();
    for (Run run : runs) {
      if (!seenHere.add(run.id())) {
        continue;
      }
      boolean here = summaries.containsKey(run.id());
      if (!here) {
        append(run);
      } else if (deleted.contains(run.id())) {
        restore(run.id());
      }
      taken += here && !deleted.contains(run.id()) ? 0 : 1;
      RunMark noted = others.getOrDefault(run.id(), RunMark.NONE);
      if (!noted.equals(RunMark.NONE) && !marks.containsKey(run.id())) {
        mark(run.id(), noted);
      }
    }
    scan();
    return taken;
  }

  /**
   * Keeps what was noted of a run, in place of what was noted before.
   *
   * @throws FaultException when it is too long, or the disk refuses it
   */
  public void mark(String run, RunMark mark) {
    byte[] line = NotebookLine.of(run, mark);
    if (line.length >= JournalScan.BEGINNING) {
      throw new FaultException(
          Texts.of(
              "A note and its tags may have %d KiB, and these have %d.",
              JournalScan.BEGINNING >> 10, line.length >> 10));
    }
    file.append(line);
  }

  /** Deletes a run from the list. */
  public void delete(String run) {
    file.append(NotebookLine.deletion(run, true));
  }

  /** Takes a deletion back. */
  public void restore(String run) {
    file.append(NotebookLine.deletion(run, false));
  }

  /**
   * A whole run.
   *
   * @throws FaultException when the notebook has none of this id, or its line is broken
   */
  public synchronized Run load(String id) {
    scan();
    Place place = places.get(id);
    if (place == null || place.length() > NotebookFile.LONGEST_LINE) {
      throw new FaultException(
          Texts.of("The notebook %s has no run %s.", file.path(), Reading.shown(id)));
    }
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      Run run = NotebookLine.run(line(channel, place), file.path().toString());
      Place floor = floors.get(id);
      return floor == null
          ? run
          : run.on(NotebookLine.floor(line(channel, floor), file.path().toString()));
    } catch (JsonProcessingException e) {
      throw new FaultException(
          Texts.of("The run %s in the notebook %s %s.", id, file.path(), JsonFlaw.ofLine(e)), e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static byte[] line(FileChannel channel, Place place) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(place.length());
    NotebookFile.readFully(channel, line, place.offset());
    return line.array();
  }

  private FaultException unreadable(IOException e) {
    return new FaultException(
        "Cannot read the notebook " + file.path() + ": " + AtomicFiles.reason(e) + ".", e);
  }
}
