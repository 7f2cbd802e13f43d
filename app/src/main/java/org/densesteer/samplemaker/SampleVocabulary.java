package org.densesteer.samplemaker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sample model's tokens: every byte, the words of its problems each as a whole, and the marks
 * of the chat. Any text can be encoded; what is no known word is spelled in bytes.
 */
public final class SampleVocabulary {

  /** Splits a text into pieces; every character belongs to exactly one of them. */
  static final String PIECE = " ?\\\\boxed\\{|\\n\\n| ?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]|\\s";

  static final String TURN_START = "<|im_start|>";
  static final String TURN_END = "<|im_end|>";
  static final String PADDING = "<|endoftext|>";
  static final List<String> MARKS = List.of(PADDING, TURN_START, TURN_END);

  private static final int SAMPLED_PROBLEMS = 4000;

  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final Pattern pieces = Pattern.compile(PIECE);
  private final Pattern marks =
      Pattern.compile(MARKS.stream().map(Pattern::quote).collect(Collectors.joining("|")));

  private SampleVocabulary(Iterable<String> words) {
    for (int value = 0; value < ByteAlphabet.SIZE; value++) {
      add(ByteAlphabet.symbol(value));
    }
    words.forEach(word -> add(ByteAlphabet.spell(word)));
    MARKS.forEach(this::add);
  }

  /** The vocabulary of the shipped model; the same on every call. */
  public static SampleVocabulary standard() {
    Set<String> words = new TreeSet<>();
    ProblemGenerator generator = new ProblemGenerator(0);
    SampleVocabulary empty = new SampleVocabulary(List.of());
    Set<String> unfamiliar =
        Person.UNFAMILIAR.stream().map(Person::name).collect(Collectors.toSet());
    for (int i = 0; i < SAMPLED_PROBLEMS; i++) {
      WordProblem problem = generator.next();
      for (String text : List.of(problem.question(), problem.sparse(), problem.dense())) {
        words.addAll(empty.split(text));
      }
    }
    PromptStyle.texts().forEach(text -> words.addAll(empty.split(text)));
    words.removeIf(
        word ->
            word.getBytes(StandardCharsets.UTF_8).length < 2 || unfamiliar.contains(word.strip()));
    return new SampleVocabulary(words);
  }

  /** Number of tokens. */
  public int size() {
    return ids.size();
  }

  /** Id of a mark such as {@code <|im_end|>}. */
  public int mark(String mark) {
    return ids.get(mark);
  }

  /** Every token but the marks, as {@code tokenizer.json} writes it, with its id. */
  Map<String, Integer> ordinary() {
    Map<String, Integer> ordinary = new LinkedHashMap<>(ids);
    ordinary.keySet().removeAll(MARKS);
    return ordinary;
  }

  /** Ids of a text; marks written out in it are recognised. */
  public int[] encode(String text) {
    List<Integer> found = new ArrayList<>();
    Matcher matcher = marks.matcher(text);
    int from = 0;
    while (matcher.find()) {
      encodePlain(text.substring(from, matcher.start()), found);
      found.add(mark(matcher.group()));
      from = matcher.end();
    }
    encodePlain(text.substring(from), found);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private void encodePlain(String text, List<Integer> found) {
    for (String piece : split(text)) {
      String spelled = ByteAlphabet.spell(piece);
      Integer whole = ids.get(spelled);
      if (whole != null) {
        found.add(whole);
      } else {
        spelled.chars().forEach(symbol -> found.add(ids.get(String.valueOf((char) symbol))));
      }
    }
  }

  private List<String> split(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pieces.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private void add(String token) {
    ids.putIfAbsent(token, ids.size());
  }
}
