package org.densesteer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a response thinks aloud before it answers: between {@code <think>} and {@code </think>}, as
 * Qwen3, the distillations of DeepSeek-R1 and SmolLM3 write it, or the marks of a few others. What
 * stands there is reasoning, not the answer. Marks do not nest: a block ends at the first closing
 * mark, and a closing mark without an opening one ends a block that began with the text, for the
 * chat template may have opened it.
 *
 * @param text the whole response
 * @param spans the blocks in order, their marks included
 * @param closed whether the last block has its closing mark; true where there is no block
 */
public record ReasoningBlocks(String text, List<Span> spans, boolean closed) {

  private static final Pattern OPENING =
      Pattern.compile("(?i)<think(?:ing)?>|\\[THINK\\]|<\\|begin_of_thought\\|>");
  private static final Pattern MARK =
      Pattern.compile("(?i)<(/?)think(?:ing)?>|\\[(/?)THINK\\]|<\\|(?:begin|(end))_of_thought\\|>");

  /** Turns, and what else a template sets between the question and the answer. */
  private static final Pattern TURN =
      Pattern.compile("<\\||<｜|</s>|\\[/?INST\\]|<end_of_turn>|<start_of_turn>");

  /**
   * A block.
   *
   * @param start offset of its first character, in UTF-16 units
   * @param end offset after its last
   */
  public record Span(int start, int end) {}

  /** Freezes the list. */
  public ReasoningBlocks {
    spans = List.copyOf(spans);
  }

  /** The blocks of a response that begins outside of one. */
  public static ReasoningBlocks in(String response) {
    return in(response, false);
  }

  /**
   * The blocks of a response.
   *
   * @param openFromStart whether the prompt had opened a block, so that the response begins in it
   */
  public static ReasoningBlocks in(String response, boolean openFromStart) {
    List<Span> spans = new ArrayList<>();
    int open = openFromStart ? 0 : -1;
    int outside = 0;
    Matcher mark = MARK.matcher(response);
    while (mark.find()) {
      if (!closes(mark)) {
        open = open < 0 ? mark.start() : open;
      } else {
        spans.add(new Span(open < 0 ? outside : open, mark.end()));
        outside = mark.end();
        open = -1;
      }
    }
    if (open >= 0) {
      spans.add(new Span(open, response.length()));
    }
    return new ReasoningBlocks(response, spans, open < 0);
  }

  private static boolean closes(Matcher mark) {
    return "/".equals(mark.group(1)) || "/".equals(mark.group(2)) || mark.group(3) != null;
  }

  /** Whether a rendered prompt ends within a block, so that the response begins there. */
  public static boolean leftOpenBy(String prompt) {
    Matcher opening = OPENING.matcher(prompt);
    int after = -1;
    while (opening.find()) {
      after = opening.end();
    }
    if (after < 0) {
      return false;
    }
    String rest = prompt.substring(after);
    return !MARK.matcher(rest).find() && !TURN.matcher(rest).find();
  }

  /** Whether there is a block. */
  public boolean present() {
    return !spans.isEmpty();
  }

  /** Whether a character of the response stands in a block. */
  public boolean contains(int offset) {
    return spans.stream().anyMatch(span -> span.start() <= offset && offset < span.end());
  }

  /** What stands outside of all blocks; blank where a block was cut off. */
  public String answer() {
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder answer = new StringBuilder();
    int from = 0;
    for (Span span : spans) {
      answer.append(text, from, span.start()).append('\n');
      from = span.end();
    }
    return answer.append(text, from, text.length()).toString();
  }

  /** What stands within the blocks, without their marks; blank lines set several apart. */
  public String reasoning() {
    StringBuilder reasoning = new StringBuilder();
    for (Span span : spans) {
      String inner = MARK.matcher(text.substring(span.start(), span.end())).replaceAll("");
      reasoning.append(reasoning.isEmpty() ? "" : "\n\n").append(inner);
    }
    return reasoning.toString();
  }
}
