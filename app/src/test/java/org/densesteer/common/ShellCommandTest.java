package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellCommandTest {

  @Test
  void quotesWhatAShellWouldTakeApart() {
    assertEquals(
        "densesteer sweep --strengths=-4:4:1 --problems 'my $et.jsonl' 'it'\"'\"'s' ''",
        ShellCommand.of(
            List.of(
                "densesteer",
                "sweep",
                "--strengths=-4:4:1",
                "--problems",
                "my $et.jsonl",
                "it's",
                "")));
  }
}
