package org.densesteer.evaluation.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.densesteer.common.AppVersion;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.figure.Origin;

/**
 * What made the figures of a sweep that leave the workbench: its plan, whole, and the names of what
 * it is about; not where their files lie.
 *
 * @param plan what was planned
 * @param origin names behind it
 */
public record SweepProvenance(SweepPlan plan, SweepOrigin origin) {

  private static final int SHORT = 12;

  /** All of it for a program, with the plan in the fields of {@code plan.json}, on one line. */
  public String json() {
    ObjectNode node = Json.object();
    node.put("exported_by", "densesteer " + AppVersion.number());
    node.set("sweep", settings());
    return Json.text(Json.COMPACT, node);
  }

  /** The plan with its hash and the names. */
  public ObjectNode settings() {
    ObjectNode node = Json.object();
    node.put("hash", plan.hash());
    node.put("model_name", origin.modelName());
    node.put("vector_name", origin.vectorName());
    node.put("problems_name", origin.problemsName());
    node.set("plan", Json.SNAKE_CASE.valueToTree(plan));
    return node;
  }

  /** A sentence, on one line. */
  public String sentence() {
    return Texts.of(
            "Sweep of %s (SHA-256 %s…) on %s (fingerprint %s, %s), problems %s (SHA-256 %s…), layers %s, strengths %s, greedy, at most %d tokens, positions %s, operator %s%s, choice by %s, seed %d; plan %s.",
            origin.vectorName(),
            shortened(plan.subject().vector()),
            origin.modelName(),
            plan.subject().model(),
            plan.subject().precision(),
            origin.problemsName(),
            shortened(plan.subject().problems()),
            LayerRange.text(plan.grid().layers()),
            StrengthRange.text(plan.grid().strengths()),
            plan.decoding().maxNewTokens(),
            plan.decoding().positions().words(),
            plan.decoding().operator().id(),
            plan.decoding().gate() == null ? "" : ", gate " + plan.decoding().gate().words(),
            plan.choice().name().toLowerCase(Locale.ROOT),
            plan.seed(),
            plan.hash())
        .replaceAll("\\s+", " ");
  }

  /** The same for the files of figures and tables. */
  public Origin figures() {
    return new Origin(sentence(), json());
  }

  private static String shortened(String fingerprint) {
    return fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
  }
}
