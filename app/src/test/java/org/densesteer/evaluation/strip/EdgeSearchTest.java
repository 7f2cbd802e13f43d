package org.densesteer.evaluation.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densesteer.evaluation.strip.EdgeSearch.Try;
import org.junit.jupiter.api.Test;

class EdgeSearchTest {

  private final List<List<Try>> rounds = new ArrayList<>();

  private List<Edge> find(Map<Integer, Double> edges) {
    return EdgeSearch.find(
        List.copyOf(edges.keySet()),
        tries -> {
          rounds.add(tries);
          return tries.stream().map(t -> t.push() <= edges.get(t.layer())).toList();
        });
  }

  @Test
  void findsTheEdgesOfAllLayersInThreeRounds() {
    Map<Integer, Double> edges = Map.of(0, 0.01, 3, 0.7, 5, 1.99);
    for (Edge edge : find(edges)) {
      double truth = edges.get(edge.layer());
      assertTrue(edge.whole() <= truth && truth < edge.broken(), edge::toString);
      assertTrue(edge.broken() - edge.whole() <= EdgeSearch.RESOLUTION, edge::toString);
    }
    assertEquals(3, rounds.size());
    assertEquals(3 * EdgeSearch.FIRST, rounds.get(0).size());
    assertEquals(3 * EdgeSearch.LATER, rounds.get(1).size());
  }

  @Test
  void aLayerThatNeverBreaksIsAskedOnce() {
    Edge edge = find(Map.of(2, 100.0)).get(0);
    assertEquals(EdgeSearch.MOST, edge.whole(), 1e-12);
    assertTrue(Double.isNaN(edge.broken()));
    assertEquals(1, rounds.size());
  }

  /** Whole at 0.25, broken at 0.5, whole again from 0.75 on: the edge lies below 0.5. */
  @Test
  void whatStandsAgainFurtherOutIsBeyondTheEdge() {
    Edge edge =
        EdgeSearch.find(
                List.of(1),
                tries -> tries.stream().map(t -> t.push() < 0.4 || t.push() > 0.6).toList())
            .get(0);
    assertTrue(edge.whole() < 0.4 && edge.broken() >= 0.4, edge::toString);
    assertEquals(0.4, edge.broken(), EdgeSearch.RESOLUTION);
  }
}
