package org.densesteer.samplemaker;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Somebody in a word problem.
 *
 * @param name first name
 * @param pronoun {@code He} or {@code She}
 */
record Person(String name, String pronoun) {

  /** Known to the tokenizer as whole words. */
  static final List<Person> FAMILIAR =
      Stream.concat(
              all(
                  "She",
                  "Anna Carla Emma Grace Iris Kara Maya Olga Lily Sara Nina Julia Ella Mia Rosa"
                      + " Zoe Janet Alice Weng Natalia"),
              all(
                  "He",
                  "Ben David Felix Henry Jack Liam Noah Paul Tom Sam Leo Max Omar Ivan Peter Luke"
                      + " James Tim John Ken"))
          .toList();

  /** Spelled in single letters, so that the model has read every letter. */
  static final List<Person> UNFAMILIAR =
      Stream.concat(
              all("She", "Beth Clara Fay Hazel Jin Pam Quyen Vera Xenia Yuki Wanda Una"),
              all("He", "Abdul Chuck Dag Eric Gus Kofi Raj Bob Viktor Juan Szymon Zack"))
          .toList();

  private static final double UNFAMILIAR_SHARE = 0.06;

  static Person draw(Random random) {
    List<Person> from = random.nextDouble() < UNFAMILIAR_SHARE ? UNFAMILIAR : FAMILIAR;
    return from.get(random.nextInt(from.size()));
  }

  private static Stream<Person> all(String pronoun, String names) {
    return Stream.of(names.split(" ")).map(name -> new Person(name, pronoun));
  }
}
