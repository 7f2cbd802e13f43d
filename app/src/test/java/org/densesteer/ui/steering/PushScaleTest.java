package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushScaleTest {

  @Test
  void theEndsOfTheSliderPushByAHundredPercent() {
    PushScale scale = new PushScale(0.5, 12);
    assertEquals(24, scale.limit());
    assertEquals(1, scale.push(scale.limit()));
    assertEquals(0.25, scale.push(-6));
  }

  @Test
  void withoutNormsTheSearchedRangeStands() {
    assertEquals(20, PushScale.UNKNOWN.limit());
    assertTrue(Double.isNaN(PushScale.UNKNOWN.push(1)));
    assertEquals(20, new PushScale(0, 3).limit());
  }

  @ParameterizedTest
  @CsvSource({"24,0.2", "11,0.1", "160,2", "700,5", "0.9,0.01", "5.2,0.05"})
  void aKeyboardStepIsRound(double limit, double step) {
    assertEquals(step, new PushScale(1, limit).step(), 1e-12);
  }

  @Test
  void aDraggedStrengthIsRoundAndExact() {
    PushScale scale = new PushScale(1, 11);
    assertEquals(0.3, scale.rounded(0.3041));
    assertEquals(-2.47, scale.rounded(-2.4684));
    assertEquals(1_200, new PushScale(1, 90_000).rounded(1_234.5), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "0,NONE",
    "0.001,FAINT",
    "0.02,MODERATE",
    "0.49,MODERATE",
    "0.5,STRONG",
    "0.8,EXTREME",
    "7,EXTREME"
  })
  void bandsFollowThePush(double push, PushBand band) {
    assertEquals(band, PushBand.of(push));
  }
}
