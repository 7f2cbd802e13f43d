package org.densesteer.samplemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Synthetic grade-school word problems: somebody has some things, and two to four sums later there
 * is another number of them. The same seed gives the same problems.
 */
public final class ProblemGenerator {

  static final String FINAL_ANSWER = "Final Answer: \\boxed{";

  private static final List<String> THINGS =
      List.of(
          ("apples books coins eggs pens cards shells stamps marbles cookies stickers pencils"
                  + " flowers candies oranges toys balls beads nuts cups lemons buttons")
              .split(" "));

  private static final int FEWEST_AT_FIRST = 4;
  private static final int MOST_AT_FIRST = 40;

  private final Random random;

  /** A stream of problems of its own for each seed. */
  public ProblemGenerator(long seed) {
    random = new Random(seed);
  }

  /** The next problem. */
  public WordProblem next() {
    Person person = Person.draw(random);
    String things = THINGS.get(random.nextInt(THINGS.size()));
    int first = FEWEST_AT_FIRST + random.nextInt(MOST_AT_FIRST - FEWEST_AT_FIRST + 1);
    int computations = 2 + random.nextInt(3);
    boolean compared = random.nextInt(5) == 0;
    Story story = new Story(random, person, things);
    List<Change> changes = new ArrayList<>();
    int now = first;
    int left = compared ? computations - 1 : computations;
    while (left > 0) {
      Change change = story.next(now, left);
      changes.add(change);
      now = change.result();
      left -= change.computations();
    }
    Person asked = person;
    if (compared) {
      asked = someoneElse(person);
      Change change = story.comparison(now, asked);
      changes.add(change);
      now = change.result();
    }
    return new WordProblem(
        question(person, asked, things, first, changes),
        sparse(person.name() + " starts with " + first + " " + things + ".", changes, now),
        dense(changes, now),
        now);
  }

  private Person someoneElse(Person person) {
    Person other = Person.draw(random);
    while (other.name().equals(person.name())) {
      other = Person.draw(random);
    }
    return other;
  }

  private String question(
      Person person, Person asked, String things, int first, List<Change> changes) {
    StringBuilder text = new StringBuilder();
    String opening = random.nextInt(3) == 0 ? " starts with " : " has ";
    text.append(person.name()).append(opening).append(first).append(' ').append(things).append('.');
    changes.forEach(change -> text.append(' ').append(change.told()));
    text.append(" How many ").append(things).append(" does ").append(asked.name()).append(" have");
    String[] endings =
        asked == person ? new String[] {" now?", " in the end?", " left?"} : new String[] {"?"};
    return text.append(endings[random.nextInt(endings.length)]).toString();
  }

  private static String sparse(String opening, List<Change> changes, int answer) {
    List<String> steps = new ArrayList<>();
    steps.add(opening);
    changes.forEach(change -> steps.addAll(change.sparse()));
    return withAnswer(steps, answer);
  }

  private static String dense(List<Change> changes, int answer) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < changes.size(); i += 2) {
      String merged = changes.get(i).dense();
      if (i + 1 < changes.size()) {
        merged += ", and " + changes.get(i + 1).dense();
      }
      steps.add(Character.toUpperCase(merged.charAt(0)) + merged.substring(1) + ".");
    }
    return withAnswer(steps, answer);
  }

  private static String withAnswer(List<String> steps, int answer) {
    return String.join("\n\n", steps) + "\n\n" + FINAL_ANSWER + answer + "}";
  }
}
