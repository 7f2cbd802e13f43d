package org.densesteer.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasoningBlocksTest {

  /** Response, what stands within its blocks, what stands outside, whether the last is closed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "42 ; '' ; 42 ; true",
        "<think>a</think>b ; a ; b ; true",
        "<think>\\n\\n</think>\\n\\nb ; '' ; b ; true",
        "<think>a ; a ; '' ; false",
        "b <think>a ; a ; b ; false",
        "a</think>b ; a ; b ; true",
        "<think>a</think>b<think>c</think>d ; a\\n\\nc ; b\\nd ; true",
        "<think>a<think>b</think>c</think>d ; ab\\n\\nc ; d ; true",
        "<think>a</think>b<think>c ; a\\n\\nc ; b ; false",
        "[THINK]a[/THINK]b ; a ; b ; true",
        "<Thinking>a</Thinking>b ; a ; b ; true",
        "<|begin_of_thought|>a<|end_of_thought|>b ; a ; b ; true",
        "a </think> ; a ; '' ; true",
        "x < think > y ; '' ; x < think > y ; true"
      })
  void tellsReasoningFromAnswer(String text, String reasoning, String answer, boolean closed) {
    ReasoningBlocks blocks = ReasoningBlocks.in(text.replace("\\n", "\n"));
    assertEquals(reasoning.replace("\\n", "\n"), blocks.reasoning().strip());
    assertEquals(answer.replace("\\n", "\n"), blocks.answer().strip());
    assertEquals(closed, blocks.closed());
  }

  @Test
  void aResponseMayBeginInABlock() {
    ReasoningBlocks cut = ReasoningBlocks.in("So 42", true);
    assertTrue(cut.present() && !cut.closed());
    assertEquals("", cut.answer().strip());
    assertEquals("So 42", cut.reasoning());
    ReasoningBlocks again = ReasoningBlocks.in("<think>\nSo 41</think>42", true);
    assertEquals("42", again.answer().strip());
    assertEquals("So 41", again.reasoning().strip());
  }

  @Test
  void knowsWhereItsBlocksLie() {
    ReasoningBlocks blocks = ReasoningBlocks.in("x<think>a</think>y");
    assertFalse(blocks.contains(0));
    assertTrue(blocks.contains(1));
    assertTrue(blocks.contains(16));
    assertFalse(blocks.contains(17));
  }

  /**
   * The ends of prompts as the templates of Qwen3, DeepSeek-R1's distillations and others render.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`Hi<|im_end|>\\n<|im_start|>assistant\\n` | false",
        "`Hi<|im_end|>\\n<|im_start|>assistant\\n<think>\\n` | true",
        "`Hi<|im_end|>\\n<|im_start|>assistant\\n<think>\\n\\n</think>\\n\\n` | false",
        "`<｜User｜>Hi<｜Assistant｜><think>\\n` | true",
        "`What does <think> mean?<|im_end|>\\n<|im_start|>assistant\\n` | false",
        "`[INST]What is <think>?[/INST]` | false",
        "`Let us see. <think>First,` | true",
        "`` | false"
      })
  void aTemplateMayLeaveABlockOpen(String prompt, boolean open) {
    assertEquals(open, ReasoningBlocks.leftOpenBy(prompt.replace("\\n", "\n")));
  }
}
