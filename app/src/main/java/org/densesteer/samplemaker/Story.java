package org.densesteer.samplemaker;

import java.util.List;
import java.util.Random;

/** Draws the turns of one word problem; numbers stay within 1 and 99. */
final class Story {

  private static final int MOST = 99;
  private static final int LARGEST_OPERAND = 20;
  private static final List<String> CONTAINERS = List.of("bags", "boxes", "packs");

  private final Random random;
  private final Person person;
  private final String things;

  Story(Random random, Person person, String things) {
    this.random = random;
    this.person = person;
    this.things = things;
  }

  /** A turn that starts from {@code before}, one whose result stays in range. */
  Change next(int before, int computationsLeft) {
    while (true) {
      int draw = random.nextInt(100);
      if (draw < 30) {
        if (before <= MOST - 2) {
          return gain(before);
        }
      } else if (draw < 62) {
        if (before >= 4) {
          return loss(before);
        }
      } else if (draw < 76) {
        if (before <= MOST / 3) {
          return multiple(before);
        }
      } else if (draw < 87) {
        if (before % 2 == 0 && before >= 4) {
          return half(before);
        }
      } else if (computationsLeft >= 2 && before <= MOST - 30) {
        return containers(before);
      }
    }
  }

  /** A last turn to somebody else, who has more, fewer, or a multiple. */
  Change comparison(int before, Person other) {
    String subject = other.name() + " has ";
    String than = " " + things + " than " + person.name() + ".";
    int kind = random.nextInt(3);
    if (kind == 0 && before <= MOST / 2) {
      String phrase = "twice as many";
      String told = subject + phrase + " " + things + " as " + person.name() + ".";
      return Change.of(
          told, told, "multiply", "with " + phrase, sum(before, '*', 2, before * 2), before * 2);
    }
    if (kind == 1 && before >= 4 || before > MOST - 2) {
      int n = operand(before - 2);
      String told = subject + n + " fewer" + than;
      return Change.of(
          told,
          told,
          "subtract",
          "with " + n + " fewer",
          sum(before, '-', n, before - n),
          before - n);
    }
    int n = operand(MOST - before);
    String told = subject + n + " more" + than;
    return Change.of(
        told, told, "add", "with " + n + " more", sum(before, '+', n, before + n), before + n);
  }

  private Change gain(int before) {
    Verb verb = Verb.gain(random);
    int n = operand(MOST - before);
    String amount = n + " more";
    return Change.of(
        subject() + " " + verb.present() + " " + amount + ".",
        restated(verb.present() + " " + amount + " " + things),
        "add",
        "after " + verb.gerund() + " " + n,
        sum(before, '+', n, before + n),
        before + n);
  }

  private Change loss(int before) {
    Verb verb = Verb.loss(random);
    int n = operand(before - 2);
    return Change.of(
        subject() + " " + verb.present() + " " + n + ".",
        restated(verb.present() + " " + n + " " + things),
        "subtract",
        "after " + verb.gerund() + " " + n,
        sum(before, '-', n, before - n),
        before - n);
  }

  private Change multiple(int before) {
    boolean twice = random.nextBoolean();
    int n = twice ? 2 : 3;
    String told = "Then the number of " + things + (twice ? " doubles." : " triples.");
    return Change.of(
        told,
        told,
        "multiply",
        twice ? "after doubling" : "after tripling",
        sum(before, '*', n, before * n),
        before * n);
  }

  private Change half(int before) {
    Verb verb = Verb.loss(random);
    return Change.of(
        subject() + " " + verb.present() + " half of them.",
        restated(verb.present() + " half of the " + things),
        "divide",
        "after " + verb.gerund() + " half",
        sum(before, '/', 2, before / 2),
        before / 2);
  }

  private Change containers(int before) {
    Verb verb = Verb.gain(random);
    String container = CONTAINERS.get(random.nextInt(CONTAINERS.size()));
    int count = 2 + random.nextInt(4);
    int each = 2 + random.nextInt(5);
    int product = count * each;
    String amount = count + " " + container + " of " + each;
    String multiplied = sum(count, '*', each, product);
    String total = sum(before, '+', product, before + product);
    return new Change(
        subject() + " " + verb.present() + " " + amount + ".",
        List.of(
            restated(verb.present() + " " + amount + " " + things),
            "So we multiply: " + multiplied + ".",
            "So we add: " + total + "."),
        "after " + verb.gerund() + " " + multiplied + ", " + total,
        2,
        before + product);
  }

  private int operand(int most) {
    int largest = Math.min(LARGEST_OPERAND, most);
    return 2 + random.nextInt(Math.max(1, largest - 1));
  }

  private String subject() {
    return random.nextInt(3) == 0 ? person.name() : person.pronoun();
  }

  private String restated(String predicate) {
    return "Then " + person.name() + " " + predicate + ".";
  }

  private static String sum(int left, char operator, int right, int result) {
    return left + " " + operator + " " + right + " = " + result;
  }
}
