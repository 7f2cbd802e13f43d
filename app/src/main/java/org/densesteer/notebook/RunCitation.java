package org.densesteer.notebook;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densesteer.common.Texts;

/** How a run is cited: the program, its version, and hashes that name model, vectors and run. */
public final class RunCitation {

  private static final String TITLE = "DenseSteer Workbench";
  private static final String AUTHORS = "The DenseSteer Workbench contributors";

  private RunCitation() {}

  /** One line of text. */
  public static String line(Run run) {
    return Texts.of(
        "%s. %s, version %s (%d). %s.", AUTHORS, TITLE, run.madeBy(), year(run), what(run));
  }

  /** An entry for BibTeX. */
  public static String bibtex(Run run) {
    return Texts.of(
        "@software{densesteer-%s,\n"
            + "  author = {{%s}},\n"
            + "  title = {{%s}},\n"
            + "  version = {%s},\n"
            + "  year = {%d},\n"
            + "  note = {%s}\n"
            + "}\n",
        RunTable.shortId(run), AUTHORS, TITLE, run.madeBy(), year(run), bibtexText(what(run)));
  }

  /** Both. */
  public static String of(Run run) {
    return line(run) + "\n\n" + bibtex(run);
  }

  private static int year(Run run) {
    return run.made().atOffset(ZoneOffset.UTC).getYear();
  }

  private static String what(Run run) {
    List<String> parts =
        Stream.concat(
                Stream.of(
                    Texts.of(
                        "Model %s, fingerprint %s", run.model().id(), run.model().fingerprint())),
                vectors(run))
            .toList();
    return String.join("; ", parts) + "; run " + run.id();
  }

  private static Stream<String> vectors(Run run) {
    return run.arms().stream()
        .flatMap(
            arm ->
                Stream.concat(
                    arm.steerings().stream(),
                    arm.changes().stream().flatMap(change -> change.steerings().stream())))
        .map(each -> Texts.of("vector %s, SHA-256 %s", each.vector(), each.vectorHash()))
        .distinct();
  }

  private static String bibtexText(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                "{}\\".indexOf(c) >= 0
                    ? " "
                    : "&%$#_".indexOf(c) >= 0 ? "\\" + (char) c : Character.toString(c))
        .collect(Collectors.joining());
  }
}
