package org.densesteer.samplemaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemGeneratorTest {

  private static final Pattern SUM = Pattern.compile("(\\d+) ([-+*/]) (\\d+) = (\\d+)");

  private static List<WordProblem> problems(long seed, int count) {
    ProblemGenerator generator = new ProblemGenerator(seed);
    return Stream.generate(generator::next).limit(count).toList();
  }

  @Test
  void sameSeedGivesTheSameProblems() {
    assertEquals(problems(5, 50), problems(5, 50));
    assertNotEquals(problems(5, 50), problems(6, 50));
  }

  @Test
  void everySumOfBothStylesIsRight() {
    for (WordProblem problem : problems(1, 2000)) {
      for (String solution : List.of(problem.sparse(), problem.dense())) {
        List<int[]> sums = sums(solution);
        assertTrue(sums.size() >= 2 && sums.size() <= 4, solution);
        for (int[] sum : sums) {
          assertEquals(sum[3], compute(sum), solution);
          assertTrue(sum[3] >= 1 && sum[3] <= 99, solution);
        }
        assertEquals(problem.answer(), sums.get(sums.size() - 1)[3], solution);
        assertTrue(
            solution.endsWith("\n\nFinal Answer: \\boxed{" + problem.answer() + "}"), solution);
      }
    }
  }

  @Test
  void bothStylesComputeTheSame() {
    for (WordProblem problem : problems(2, 500)) {
      assertEquals(texts(problem.sparse()), texts(problem.dense()));
    }
  }

  @Test
  void everySumStartsFromTheNumberBefore() {
    for (WordProblem problem : problems(3, 2000)) {
      int now = firstNumber(problem.question());
      List<int[]> sums = sums(problem.sparse());
      for (int i = 0; i < sums.size(); i++) {
        int[] sum = sums.get(i);
        boolean feedsTheNext =
            sum[1] == '*'
                && i + 1 < sums.size()
                && sums.get(i + 1)[0] == now
                && sums.get(i + 1)[2] == sum[3];
        if (!feedsTheNext) {
          assertEquals(now, sum[0], problem.sparse());
          now = sum[3];
        }
      }
      assertEquals(problem.answer(), now, problem.sparse());
    }
  }

  @Test
  void denseStyleHasFewerAndFullerSteps() {
    for (WordProblem problem : problems(4, 500)) {
      int sparse = problem.sparse().split("\n\n").length;
      int dense = problem.dense().split("\n\n").length;
      assertTrue(2 * dense <= sparse, problem.toString());
      assertTrue(
          problem.dense().length() / (double) dense > problem.sparse().length() / (double) sparse);
    }
  }

  private static List<int[]> sums(String text) {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = SUM.matcher(text);
    while (matcher.find()) {
      found.add(
          new int[] {
            Integer.parseInt(matcher.group(1)),
            matcher.group(2).charAt(0),
            Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(4))
          });
    }
    return found;
  }

  private static List<String> texts(String solution) {
    return SUM.matcher(solution).results().map(r -> r.group()).toList();
  }

  private static int firstNumber(String question) {
    Matcher matcher = Pattern.compile("\\d+").matcher(question);
    assertTrue(matcher.find(), question);
    return Integer.parseInt(matcher.group());
  }

  private static int compute(int[] sum) {
    return switch (sum[1]) {
      case '+' -> sum[0] + sum[2];
      case '-' -> sum[0] - sum[2];
      case '*' -> sum[0] * sum[2];
      default -> sum[0] % sum[2] == 0 ? sum[0] / sum[2] : -1;
    };
  }
}
