package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options that change nothing beside others are told, before there is a model. */
class IdleOptionsTest {

  private static List<String> notes(String command, String... more) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of(more));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertEquals(1, run.exitCode(), run::err);
    return run.err().lines().filter(line -> line.startsWith("Note: ")).toList();
  }

  private static List<String> ablation(String option) {
    return List.of(
        "Note: An ablation takes the vector's direction out whatever the strength, so "
            + option
            + " changes nothing.");
  }

  @Test
  void whatTrimsADrawIsIdleWhereNothingIsDrawn() {
    String generate = "generate --model none --chat x ";
    String greedy = "Note: At temperature 0 the likeliest token is taken always, so ";
    assertEquals(List.of(greedy + "--top-p changes nothing."), notes(generate + "--top-p 0.9"));
    assertEquals(
        List.of(greedy + "--top-p and --top-k change nothing."),
        notes(generate + "--top-p 0.9 --top-k 5"));
    assertEquals(List.of(), notes(generate + "--top-p 0.9 --top-k 5 --temperature 0.5"));
    assertEquals(List.of(), notes(generate + "--top-p 1 --top-k 0"));
    assertEquals(
        List.of(greedy + "--top-k changes nothing."),
        notes("strip --model none --vector sample --chat x --top-k 3"));
  }

  @Test
  void aStrengthIsIdleInAnAblation() {
    String ablate = "--model none --prompt x --vector sample --layer 3 --operator ablate ";
    assertEquals(ablation("--strength"), notes("generate " + ablate + "--strength 2"));
    assertEquals(ablation("--strength"), notes("score " + ablate + "--response y --strength 2"));
    assertEquals(List.of(), notes("generate " + ablate));
    assertEquals(
        List.of(),
        notes("generate --model none --prompt x --vector sample --layer 3 --strength 2"));
  }

  @Test
  void soIsThatOfAnArm() {
    CommandRun run =
        CommandRun.of(
            "generate",
            "--model",
            "sample",
            "--prompt",
            "x",
            "--max-tokens",
            "1",
            "--vector",
            "sample",
            "--layer",
            "3",
            "--operator",
            "ablate",
            "--arm",
            "layer=2,strength=3");
    assertTrue(
        run.err().contains(ablation("the strength of --arm layer=2,strength=3").get(0)), run::err);
  }

  @Test
  void severalStrengthsOfASweepAreIdle() {
    String sweep =
        "sweep --model none --vector sample --layers 2 --problems sample --out new-sweep "
            + "--operator ablate ";
    assertEquals(ablation("more than one of --strengths"), notes(sweep + "--strengths=0,1,2"));
    assertFalse(notes(sweep + "--strengths=0,1").iterator().hasNext());
  }
}
