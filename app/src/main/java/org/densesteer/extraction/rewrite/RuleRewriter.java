package org.densesteer.extraction.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.PairDraft;
import org.densesteer.steering.Step;
import org.densesteer.steering.Steps;

/**
 * Merges adjacent steps and changes nothing but the white space between them, so that every number
 * and word stays. Steps that only restate go together with the calculation that follows them; a
 * calculation alone goes together with the next. No merged step takes more than three, and the last
 * step, which gives the answer, stays on its own.
 */
public final class RuleRewriter implements Rewriter {

  private static final int MOST_MERGED = 3;
  private static final int FEWEST_MERGED = 2;

  /** A step that begins so would run into the one before it on the same line. */
  private static final Pattern OWN_LINE =
      Pattern.compile("[-*+#|>`$]|\\d+[.)]\\s|\\\\\\[|\\\\begin");

  /** A step that ends so is the head of what follows, or a block of its own. */
  private static final Pattern ENDS_LINE =
      Pattern.compile("(?::|\\\\]|\\$\\$|```|\\||\\\\end\\{[^}\\n]*+})\\z");

  /** Creates the rewriter. */
  public RuleRewriter() {}

  /** The dense form of a sparse answer; the same text when there is nothing to merge. */
  public static String densify(String sparse) {
    List<String> steps = Steps.split(sparse).stream().map(Step::text).toList();
    if (steps.isEmpty()) {
      return "";
    }
    List<String> merged = new ArrayList<>(merge(steps.subList(0, steps.size() - 1)));
    merged.add(steps.get(steps.size() - 1));
    return String.join("\n\n", merged);
  }

  private static List<String> merge(List<String> steps) {
    List<String> merged = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int count = 0;
    for (String step : steps) {
      if (count > 0) {
        open.append(separator(open.toString(), step));
      }
      open.append(step);
      count++;
      if (count == MOST_MERGED || count >= FEWEST_MERGED && calculates(step)) {
        merged.add(open.toString());
        open.setLength(0);
        count = 0;
      }
    }
    if (count > 0) {
      merged.add(open.toString());
    }
    return merged;
  }

  private static boolean calculates(String step) {
    return step.indexOf('=') >= 0;
  }

  private static String separator(String before, String step) {
    boolean heading = before.startsWith("#", before.lastIndexOf('\n') + 1);
    boolean newLine =
        heading || OWN_LINE.matcher(step).lookingAt() || ENDS_LINE.matcher(before).find();
    return newLine ? "\n" : " ";
  }

  @Override
  public void rewrite(
      List<PairDraft> drafts, Listener listener, Progress progress, Cancellation cancellation) {
    for (int i = 0; i < drafts.size(); i++) {
      cancellation.check();
      listener.onRewrite(i, densify(drafts.get(i).sparse()));
    }
    progress.update("Merged the steps of " + drafts.size() + " answers", 1);
  }
}
