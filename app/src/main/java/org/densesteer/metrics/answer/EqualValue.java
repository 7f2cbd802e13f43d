package org.densesteer.metrics.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two answers are equal in value, however they are spelled: as text once brought to one
 * spelling, as numbers (fractions, mixed numbers, roots, powers, percent, with or without their
 * unit), part by part as lists, sets, tuples, intervals and matrices, and as words or the letter of
 * an option. Algebra with unknowns is compared as text alone: {@code (x+1)^2} is not {@code
 * x^2+2x+1}.
 */
final class EqualValue {

  /** Longer answers are compared as text alone: taking them apart would be slow. */
  private static final int LONGEST = 600;

  private static final int DEEPEST = 6;

  private static final Pattern NAME =
      Pattern.compile(
          "((?:\ue000[^\ue000\ue001]{0,40}\ue001|\\\\?[A-Za-z]{1,20})(?:_(?:\\{\\w{1,5}\\}|\\w))?'?"
              + "(?:\\([A-Za-z]\\))?|\\((?:\\\\?[A-Za-z]+,\\s*){1,4}\\\\?[A-Za-z]+\\))\\s*"
              + "(?:=|\\\\in(?![A-Za-z])|(?<=[a-z\ue001]{3}):)\\s*(?=\\S)");
  private static final Pattern ABOUT = Pattern.compile("^\\\\approx\\s*");
  private static final Pattern OPTION = Pattern.compile("\\(?([A-Z])\\)?");
  private static final Pattern OPTION_AND_MORE =
      Pattern.compile("(?s)(?:\\(([A-Z])\\)|([A-Z])[).:])\\s*\\S.*");

  private EqualValue() {}

  /** Compares two answers as they were given. */
  static boolean same(String left, String right) {
    if (left.strip().equals(right.strip())) {
      return true;
    }
    return left.length() <= LONGEST
        && right.length() <= LONGEST
        && spelled(Spelling.of(left), Spelling.of(right), DEEPEST);
  }

  private static boolean spelled(String left, String right, int deeper) {
    if (PlainText.of(left).equals(PlainText.of(right))) {
      return !PlainText.of(left).isEmpty();
    }
    String one = withoutName(left);
    String other = withoutName(right);
    if (deeper > 0 && (!one.equals(left) || !other.equals(right))) {
      return spelled(one, other, deeper - 1);
    }
    Optional<Measured> number = Measured.of(one);
    Optional<Measured> otherNumber = Measured.of(other);
    if (number.isPresent() && otherNumber.isPresent()) {
      return number.get().same(otherNumber.get());
    }
    return deeper > 0 && parts(one, other, deeper - 1) || words(one, other);
  }

  /** Without {@code x =} and {@code x \in} in front, and what leads up to the last equals sign. */
  private static String withoutName(String spelled) {
    Matcher name = NAME.matcher(spelled);
    if (!name.lookingAt()) {
      return ABOUT.matcher(spelled).replaceFirst("");
    }
    String rest = spelled.substring(name.end());
    int equals = rest.lastIndexOf('=');
    if (equals < 0) {
      return rest.strip();
    }
    // Several values with names of their own are told apart by them.
    return TopLevel.split(rest, ",").size() > 1 ? spelled : rest.substring(equals + 1).strip();
  }

  private static boolean parts(String left, String right, int deeper) {
    Optional<AnswerParts> one = AnswerParts.of(left);
    Optional<AnswerParts> other = AnswerParts.of(right);
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other)
          .filter(set -> set.kind() == AnswerParts.Kind.SET && set.parts().size() == 1)
          .map(set -> spelled(set.parts().get(0), one.isEmpty() ? left : right, deeper))
          .orElse(false);
    }
    AnswerParts.Kind kind = one.get().kind();
    return kind == other.get().kind()
        && matched(kind, one.get().parts(), other.get().parts(), deeper);
  }

  private static boolean matched(
      AnswerParts.Kind kind, List<String> left, List<String> right, int deeper) {
    if (left.size() != right.size()) {
      return false;
    }
    List<String> open = new ArrayList<>(right);
    for (String part : left) {
      int match = -1;
      for (int i = 0; i < (kind.ordered ? 1 : open.size()) && match < 0; i++) {
        match = part(kind, part, open.get(i), deeper) ? i : -1;
      }
      if (match < 0) {
        return false;
      }
      open.remove(match);
    }
    return true;
  }

  private static boolean part(AnswerParts.Kind kind, String left, String right, int deeper) {
    return kind == AnswerParts.Kind.ROWS
        ? matched(AnswerParts.Kind.CELLS, AnswerParts.cells(left), AnswerParts.cells(right), deeper)
        : namesAgree(left, right) && spelled(left.strip(), right.strip(), deeper);
  }

  /** Whether two parts have the same name, or not both have one. */
  private static boolean namesAgree(String left, String right) {
    Matcher name = NAME.matcher(left);
    Matcher other = NAME.matcher(right);
    return !name.lookingAt()
        || !other.lookingAt()
        || PlainText.of(name.group(1)).equals(PlainText.of(other.group(1)));
  }

  private static boolean words(String left, String right) {
    String one = Spelling.plain(left);
    String other = Spelling.plain(right);
    return option(one, other) || option(other, one) || sameWords(one, other);
  }

  /** The letter of an option, alone or with what it stands for. */
  private static boolean option(String letter, String answer) {
    Matcher alone = OPTION.matcher(letter);
    if (!alone.matches()) {
      return false;
    }
    Matcher same = OPTION.matcher(answer);
    Matcher more = OPTION_AND_MORE.matcher(answer);
    return same.matches() && same.group(1).equals(alone.group(1))
        || more.matches()
            && alone.group(1).equals(more.group(1) == null ? more.group(2) : more.group(1));
  }

  private static boolean sameWords(String left, String right) {
    String one = letters(left);
    return one.length() > 1 && one.equals(letters(right));
  }

  /** Letters alone, in lower case; empty when there is anything but words. */
  private static String letters(String text) {
    return text.chars().allMatch(c -> Character.isLetter(c) || " .,'-".indexOf(c) >= 0)
        ? text.replaceAll("[ .,'-]", "").toLowerCase(Locale.ROOT)
        : "";
  }
}
