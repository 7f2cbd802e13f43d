package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;

/**
 * What a session file holds.
 *
 * @param saved when it was saved
 * @param madeBy version of the workbench that saved it
 * @param modelId the model in use when it was saved
 * @param modelFingerprint of that model's weights
 * @param runs the runs, oldest first
 * @param marks what was noted of them, by the id of the run
 * @param vectors the vectors that are at hand, by their hash
 * @param panels what stood in the window's panels, as its own package writes it; null where no
 *     window saved it
 * @param bundle what is said of the one vector that the file is about; null where it is about runs
 */
public record Session(
    Instant saved,
    String madeBy,
    String modelId,
    String modelFingerprint,
    List<Run> runs,
    Map<String, RunMark> marks,
    Map<String, SteeringVector> vectors,
    @Nullable ObjectNode panels,
    @Nullable Bundle bundle) {

  /** A session that is about runs. */
  public Session(
      Instant saved,
      String madeBy,
      String modelId,
      String modelFingerprint,
      List<Run> runs,
      Map<String, RunMark> marks,
      Map<String, SteeringVector> vectors,
      @Nullable ObjectNode panels) {
    this(saved, madeBy, modelId, modelFingerprint, runs, marks, vectors, panels, null);
  }

  /** Freezes lists and maps. */
  public Session {
    runs = List.copyOf(runs);
    marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    vectors = Collections.unmodifiableMap(new TreeMap<>(vectors));
  }

  /** A session of one run, with the vectors that made it. */
  public static Session of(Run run, List<SteeringVector> vectors) {
    Map<String, SteeringVector> byHash = new TreeMap<>();
    vectors.forEach(vector -> byHash.put(RunSteering.hash(vector), vector));
    return new Session(
        run.made(),
        run.madeBy(),
        run.model().id(),
        run.model().fingerprint(),
        List.of(run),
        Map.of(),
        byHash,
        null);
  }

  /** What was noted of a run. */
  public RunMark mark(Run run) {
    return marks.getOrDefault(run.id(), RunMark.NONE);
  }
}
