package org.densesteer.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.TextFiles;

/**
 * Texts that a probe is made of, as token ids.
 *
 * @param open at which the gate is to open
 * @param shut at which it is to stay shut
 */
public record ProbeTexts(List<int[]> open, List<int[]> shut) {

  /** Freezes the lists. */
  public ProbeTexts {
    open = List.copyOf(open);
    shut = List.copyOf(shut);
  }

  /**
   * The questions of a file, one a line.
   *
   * @throws FaultException when it cannot be read
   */
  public static List<String> questions(Path file) {
    try {
      return TextFiles.read(file).lines().map(String::strip).filter(q -> !q.isEmpty()).toList();
    } catch (IOException e) {
      throw new FaultException(
          "Cannot read the questions " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /** The prompts of questions, up to where the answer begins. */
  public static ProbeTexts ofQuestions(
      ExtractionModel model, ChatFrame frame, List<String> open, List<String> shut) {
    return new ProbeTexts(
        open.stream().map(question -> model.prompt(frame, question)).toList(),
        shut.stream().map(question -> model.prompt(frame, question)).toList());
  }

  /** Prompts with the answers of pairs: dense ones open the gate, sparse ones do not. */
  public static ProbeTexts ofPairs(
      ExtractionModel model,
      QuestionTemplate template,
      ChatFrame frame,
      List<ContrastivePair> pairs) {
    List<int[]> dense = new ArrayList<>();
    List<int[]> sparse = new ArrayList<>();
    for (ContrastivePair pair : pairs) {
      PairTexts texts =
          PairTexts.of(
              pair,
              Reading.LAST_TOKEN,
              model::encode,
              question -> model.prompt(frame, template.fill(question)),
              "");
      dense.add(texts.ids().get(0));
      sparse.add(texts.ids().get(1));
    }
    return new ProbeTexts(dense, sparse);
  }
}
