package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.rewrite.ModelRewriter;
import org.densesteer.extraction.rewrite.Rewriter;
import org.densesteer.ui.model.RunEngine;

/** Rewrites with a second checkpoint, which is loaded for the work and freed after it. */
final class CheckpointRewriter implements Rewriter {

  private final RunEngine.Opener opener;
  private final Path checkpoint;
  private final TemplateVariables variables;

  CheckpointRewriter(RunEngine.Opener opener, Path checkpoint, TemplateVariables variables) {
    this.opener = opener;
    this.checkpoint = checkpoint;
    this.variables = variables;
  }

  @Override
  public void rewrite(
      List<PairDraft> drafts, Listener listener, Progress progress, Cancellation cancellation) {
    try (RunEngine engine = opener.open(checkpoint, progress, cancellation)) {
      new ModelRewriter(engine.extraction(), variables)
          .rewrite(drafts, listener, progress, cancellation);
    }
  }
}
