package org.densesteer.ui.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.densesteer.common.AppVersion;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunVector;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * Writes session files; everything waits for the disk.
 *
 * @param notebook where the runs are
 * @param vectors where the vectors are
 * @param clock tells when a session was saved
 */
record SessionWriter(Notebook notebook, SessionVectors vectors, Clock clock) {

  /**
   * What is to be written.
   *
   * @param runs ids of the runs
   * @param pinned runs that stand in panes and belong to the panels
   * @param panels the panels
   * @param bundle what the session says of one vector; null for nothing
   * @param modelId the model in use; empty for none
   * @param modelFingerprint of its weights; empty for none
   * @param elsewhere where vectors are looked for
   */
  record Wanted(
      Set<String> runs,
      List<Run> pinned,
      PanelsRecord panels,
      @Nullable Bundle bundle,
      String modelId,
      String modelFingerprint,
      List<Source> elsewhere) {}

  /**
   * What was written.
   *
   * @param runs how many runs
   * @param lacking names of vectors that runs had and that are nowhere any more
   */
  record Written(int runs, Set<String> lacking) {}

  /**
   * Writes a session.
   *
   * @throws FaultException when a run cannot be read, or the file not written
   */
  Written write(Wanted wanted, Path file) {
    Map<String, RunMark> marks = new LinkedHashMap<>();
    Set<String> ids = new LinkedHashSet<>(wanted.runs());
    wanted.pinned().forEach(run -> ids.add(run.id()));
    List<Run> runs = new ArrayList<>();
    for (Notebook.Entry entry : notebook.refresh()) {
      String id = entry.summary().id();
      if (ids.remove(id)) {
        runs.add(notebook.load(id));
        if (!entry.mark().equals(RunMark.NONE)) {
          marks.put(id, entry.mark());
        }
      }
    }
    // What was deleted from the notebook stands in its pane all the same.
    wanted.pinned().stream().filter(run -> ids.remove(run.id())).forEach(runs::add);
    runs.sort(Comparator.comparing(Run::made));
    Map<String, String> named = named(runs, wanted.panels());
    if (wanted.bundle() != null) {
      add(wanted.bundle().steering(), named);
    }
    Map<String, VectorInUse> found = vectors.find(named.keySet(), wanted.elsewhere());
    Map<String, SteeringVector> held = new TreeMap<>();
    found.forEach((hash, vector) -> held.put(hash, vector.vector()));
    SessionFile.write(
        new Session(
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            AppVersion.number(),
            wanted.modelId(),
            wanted.modelFingerprint(),
            runs,
            marks,
            held,
            PanelsJson.of(wanted.panels()),
            wanted.bundle()),
        file);
    return new Written(
        runs.size(),
        named.entrySet().stream()
            .filter(each -> !held.containsKey(each.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Names of all vectors, by hash. What a placebo adds can be made again and is left out. */
  private static Map<String, String> named(List<Run> runs, PanelsRecord panels) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Run run : runs) {
      for (RunArm arm : run.arms()) {
        if (!isPlacebo(arm.name())) {
          arm.steerings().forEach(steering -> add(steering, named));
        }
      }
    }
    if (panels.vector() != null) {
      named.put(panels.vector(), String.valueOf(panels.vectorName()));
    }
    if (panels.gateProbe() != null) {
      named.putIfAbsent(panels.gateProbe(), "of the gate");
    }
    panels.mix().forEach(mixed -> named.putIfAbsent(mixed.vector(), "of the mix"));
    return named;
  }

  private static void add(RunSteering steering, Map<String, String> named) {
    named.put(steering.vectorHash(), steering.vector());
    RunVector probe = steering.gate().probe();
    if (probe != null) {
      named.put(probe.hash(), probe.name());
    }
  }

  private static boolean isPlacebo(String arm) {
    try {
      Placebo.named(arm);
      return true;
    } catch (FaultException e) {
      return false;
    }
  }

  /** What there is to say of a file that was written. */
  static String words(Written written, Path file) {
    String runs = written.runs() == 1 ? "1 run" : Texts.of("%d runs", written.runs());
    return written.lacking().isEmpty()
        ? Texts.of("The session with %s is in %s.", runs, file)
        : Texts.of(
            "The session with %s is in %s, without the vectors that are no longer at hand: %s.",
            runs, file, String.join(", ", written.lacking()));
  }
}
