package org.densesteer.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.densesteer.generation.Alternative;
import org.densesteer.generation.TokenEvent;

/** The tokens of an answer as lists of equal length. */
final class TokenColumns {

  private TokenColumns() {}

  static void write(ObjectNode node, RunAnswer answer) {
    List<TokenEvent> tokens = answer.tokens();
    ArrayNode ids = node.putArray("token_ids");
    tokens.forEach(token -> ids.add(token.tokenId()));
    ArrayNode texts = node.putArray("token_texts");
    tokens.forEach(token -> texts.add(token.text()));
    write(node, "token_nll", tokens, TokenEvent::nll);
    ArrayNode alone = node.putArray("token_nll_response_only");
    for (double nll : answer.nllResponseOnly()) {
      figure(alone, nll);
    }
    write(node, "token_probability", tokens, TokenEvent::probability);
    ArrayNode ranks = node.putArray("token_rank");
    tokens.forEach(token -> ranks.add(token.rank()));
    write(node, "token_kl", tokens, TokenEvent::kl);
    write(node, "token_alignment", tokens, TokenEvent::alignment);
    write(node, "token_push", tokens, TokenEvent::push);
    write(node, "token_strength", tokens, TokenEvent::strength);
    write(node, "token_milliseconds", tokens, TokenEvent::milliseconds);
    ArrayNode otherIds = node.putArray("alternative_ids");
    ArrayNode otherTexts = node.putArray("alternative_texts");
    ArrayNode otherProbabilities = node.putArray("alternative_probabilities");
    for (TokenEvent token : tokens) {
      ArrayNode id = otherIds.addArray();
      ArrayNode text = otherTexts.addArray();
      ArrayNode probability = otherProbabilities.addArray();
      for (Alternative other : token.alternatives()) {
        id.add(other.tokenId());
        text.add(other.text());
        figure(probability, other.probability());
      }
    }
  }

  private static void write(
      ObjectNode node, String name, List<TokenEvent> tokens, ToDoubleFunction<TokenEvent> value) {
    ArrayNode column = node.putArray(name);
    tokens.forEach(token -> figure(column, value.applyAsDouble(token)));
  }

  private static void figure(ArrayNode column, double value) {
    if (Double.isFinite(value)) {
      column.add(value);
    } else {
      column.addNull();
    }
  }

  /** The tokens of the arm at this place of the run. */
  static List<TokenEvent> read(Fields fields, int arm) {
    List<Integer> ids = fields.integers("token_ids");
    int size = ids.size();
    List<String> texts = equal(fields, "token_texts", fields.texts("token_texts"), size);
    List<Integer> ranks = equal(fields, "token_rank", fields.integers("token_rank"), size);
    double[] nll = column(fields, "token_nll", size);
    double[] probability = column(fields, "token_probability", size);
    double[] kl = column(fields, "token_kl", size);
    double[] alignment = column(fields, "token_alignment", size);
    double[] push = column(fields, "token_push", size);
    double[] strength = column(fields, "token_strength", size);
    double[] milliseconds = column(fields, "token_milliseconds", size);
    List<List<Alternative>> alternatives = alternatives(fields, size);
    List<TokenEvent> tokens = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      tokens.add(
          new TokenEvent(
              arm,
              i,
              ids.get(i),
              texts.get(i),
              nll[i],
              probability[i],
              ranks.get(i),
              kl[i],
              alignment[i],
              push[i],
              strength[i],
              alternatives.get(i),
              milliseconds[i]));
    }
    return tokens;
  }

  private static double[] column(Fields fields, String name, int size) {
    double[] column = fields.figures(name);
    requireSize(fields, name, column.length, size);
    return column;
  }

  private static <T> List<T> equal(Fields fields, String name, List<T> column, int size) {
    requireSize(fields, name, column.size(), size);
    return column;
  }

  private static void requireSize(Fields fields, String name, int size, int expected) {
    if (size != expected) {
      throw fields.fault(name, "as long as the " + expected + " of “token_ids”");
    }
  }

  private static List<List<Alternative>> alternatives(Fields fields, int size) {
    List<JsonNode> ids = equal(fields, "alternative_ids", fields.lists("alternative_ids"), size);
    List<JsonNode> texts =
        equal(fields, "alternative_texts", fields.lists("alternative_texts"), size);
    List<JsonNode> probabilities =
        equal(fields, "alternative_probabilities", fields.lists("alternative_probabilities"), size);
    List<List<Alternative>> alternatives = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      JsonNode id = ids.get(i);
      if (texts.get(i).size() != id.size() || probabilities.get(i).size() != id.size()) {
        throw fields.fault("alternative_texts", "as long as “alternative_ids”, token by token");
      }
      List<Alternative> own = new ArrayList<>(id.size());
      for (int k = 0; k < id.size(); k++) {
        JsonNode probability = probabilities.get(i).get(k);
        if (!id.get(k).isInt()
            || !texts.get(i).get(k).isTextual()
            || !(probability.isNumber() || probability.isNull())) {
          throw fields.fault("alternative_ids", "ids, with texts and probabilities beside them");
        }
        own.add(
            new Alternative(
                id.get(k).intValue(),
                texts.get(i).get(k).textValue(),
                probability.isNull() ? Double.NaN : probability.doubleValue()));
      }
      alternatives.add(own);
    }
    return alternatives;
  }
}
