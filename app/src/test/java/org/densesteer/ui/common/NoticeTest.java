package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

class NoticeTest {

  @Test
  void aFaultSpeaksForItselfThroughWrappers() {
    Notice notice =
        Notice.of(
            new CompletionException(new FaultException("The disk is full; free some space.")));
    assertEquals("The disk is full; free some space.", notice.sentence());
    assertEquals(Notice.Severity.ERROR, notice.severity());
    assertTrue(notice.details().contains("FaultException"));
  }

  @Test
  void anythingElseIsNamedOnOneLine() {
    Notice notice = Notice.of(new IllegalStateException("first\nsecond"));
    assertTrue(notice.sentence().contains("IllegalStateException (first)"), notice.sentence());
  }

  @Test
  void beingCancelledIsNoNews() {
    Notices notices = new Notices();
    notices.fail(new CancellationException("cancelled"));
    assertNull(notices.lastProperty().get());
    notices.fail(new FaultException("No."));
    assertNotNull(notices.lastProperty().get());
  }

  @Test
  void aClosedBannerLeavesTheLastMessage() {
    Notices notices = new Notices();
    Notice notice = Notice.info("Done.");
    notices.show(notice);
    notices.dismiss();
    assertNull(notices.shownProperty().get());
    assertEquals(notice, notices.lastProperty().get());
  }

  @Test
  void anOfferCarriesItsAction() {
    AtomicInteger taken = new AtomicInteger();
    Notice notice = Notice.offer("The model is here.", "Open it", taken::incrementAndGet);
    assertEquals(Notice.Severity.INFO, notice.severity());
    assertNotNull(notice.offer());
    assertEquals("Open it", notice.offer().label());
    notice.offer().action().run();
    assertEquals(1, taken.get());
    assertNull(Notice.info("Done.").offer());
  }

  @Test
  void doingItAnewForgetsFaultsAndLeavesGoodNews() {
    Notices notices = new Notices();
    notices.show(Notice.error("It failed."));
    notices.settle();
    assertNull(notices.shownProperty().get());
    assertNull(notices.lastProperty().get());
    notices.show(Notice.error("It failed again, and its banner was closed."));
    notices.dismiss();
    notices.settle();
    assertNull(notices.lastProperty().get());
    notices.show(Notice.info("It is in use."));
    notices.settle();
    assertNotNull(notices.shownProperty().get());
  }
}
