package org.densesteer.extraction.rewrite;

import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.PairDraft;

/** Writes dense answers to drafts that have a sparse one. */
public interface Rewriter {

  /** Hears of finished rewrites, one call at a time. */
  @FunctionalInterface
  interface Listener {

    /**
     * A draft is rewritten.
     *
     * @param index its place in the list
     * @param dense its dense answer; blank where none came about
     */
    void onRewrite(int index, String dense);
  }

  /**
   * Rewrites all drafts and returns when the last is done.
   *
   * @throws org.densesteer.common.FaultException when it cannot be done
   * @throws java.util.concurrent.CancellationException when cancelled; what was heard of stands
   */
  void rewrite(
      List<PairDraft> drafts, Listener listener, Progress progress, Cancellation cancellation);
}
