package org.densesteer.ui.stage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunSteering;

/** Rounds as CSV (RFC 4180), a line each: which answer stood where, and every count. */
final class TallyCsv {

  private static final List<String> HEAD =
      List.of(
          "round",
          "shown",
          "run",
          "model",
          "question",
          "left",
          "right",
          "steering",
          "votes_left",
          "votes_right",
          "votes_tie",
          "preferred");

  private TallyCsv() {}

  static String of(List<BlindRound> rounds) {
    StringBuilder csv = new StringBuilder(line(HEAD.stream()));
    for (int i = 0; i < rounds.size(); i++) {
      csv.append(line(fields(i + 1, rounds.get(i))));
    }
    return csv.toString();
  }

  private static Stream<String> fields(int number, BlindRound round) {
    return Stream.of(
        Integer.toString(number),
        round.begun().toString(),
        round.run().id(),
        round.run().model().id(),
        round.run().prompt().question(),
        round.left().name(),
        round.right().name(),
        round.run().arm(Arm.STEERED).map(TallyCsv::steering).orElse(""),
        Integer.toString(round.count(Vote.LEFT)),
        Integer.toString(round.count(Vote.RIGHT)),
        Integer.toString(round.count(Vote.TIE)),
        preferred(round));
  }

  private static String steering(RunArm arm) {
    return arm.steerings().stream().map(TallyCsv::words).collect(Collectors.joining("; "))
        + (arm.changes().isEmpty() ? "" : "; changed while it was written");
  }

  private static String words(RunSteering steering) {
    return steering.vector()
        + " layer "
        + steering.layer()
        + " strength "
        + steering.strength()
        + " "
        + steering.operator().id()
        + " "
        + steering.positions().id()
        + " sha256 "
        + steering.vectorHash();
  }

  private static String preferred(BlindRound round) {
    int difference = Integer.compare(round.forSteered(), round.forOther());
    if (round.votes().isEmpty()) {
      return "";
    }
    return difference == 0 ? "even" : difference > 0 ? Arm.STEERED : round.other().name();
  }

  private static String line(Stream<String> fields) {
    return fields.map(TallyCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
