package org.densesteer.ui.help;

import org.controlsfx.control.PopOver.ArrowLocation;

/**
 * One stop of the tour.
 *
 * @param node what it points at, a selector
 * @param arrow the side of the words on which the arrow is
 * @param title what it is about
 * @param words what to know
 */
record TourStop(String node, ArrowLocation arrow, String title, String words) {

  /** The way through Compare and on. */
  static TourStop[] all() {
    return new TourStop[] {
      new TourStop(
          "#question",
          ArrowLocation.LEFT_TOP,
          "What is asked",
          "A problem stands here already. Type your own, or open a set of problems below; with a"
              + " right answer known, each answer is judged."),
      new TourStop(
          "#runButton",
          ArrowLocation.TOP_LEFT,
          "Run",
          "Two answers grow side by side: the model's own, and one that is steered. Both come from"
              + " the same pass through the model, so they differ by the vector alone."),
      new TourStop(
          "#panes",
          ArrowLocation.TOP_CENTER,
          "Two answers",
          "Steps are numbered; the first token that differs is marked. Under each figure stands its"
              + " difference to the baseline. Point at a token to see what else was likely."),
      new TourStop(
          "#layerSlider",
          ArrowLocation.RIGHT_TOP,
          "Where to push",
          "The layer whose output the vector is added to. The bars behind the slider are the"
              + " vector's length at each layer."),
      new TourStop(
          "#strengthSlider",
          ArrowLocation.RIGHT_TOP,
          "How hard to push",
          "Strength is λ in h + λv. What matters is the push, the share of a hidden state's length:"
              + " too much of it and the text falls apart. A moment after the slider rests, the"
              + " steered answer is written anew."),
      new TourStop(
          "#armMenu",
          ArrowLocation.TOP_RIGHT,
          "Is it real?",
          "A random vector of equal length moves figures, too. Put one beside your answer, or a plain"
              + " request to be concise, before you believe a difference."),
      new TourStop(
          "#charts",
          ArrowLocation.BOTTOM_CENTER,
          "Figures as they grow",
          "Density, NLL and KL of both answers in the same axes. A click on a step finds its text."),
      new TourStop(
          "#pageSweep",
          ArrowLocation.TOP_CENTER,
          "From one answer to many",
          "Sweep tries layers and strengths on many problems, with placebos and intervals. Extract"
              + " makes a vector of pairs; Vectors keeps them.")
    };
  }
}
