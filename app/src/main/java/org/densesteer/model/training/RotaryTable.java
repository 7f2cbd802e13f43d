package org.densesteer.model.training;

/**
 * Cosines and sines of the rotary position embedding (Su et al., 2021), halves repeated as in
 * Hugging Face's Qwen2.
 *
 * @param cosines [positions, head width], row by row
 * @param sines [positions, head width], row by row
 */
record RotaryTable(float[] cosines, float[] sines) {

  static RotaryTable of(int positions, int headWidth, double theta) {
    float[] cosines = new float[positions * headWidth];
    float[] sines = new float[positions * headWidth];
    int half = headWidth / 2;
    for (int position = 0; position < positions; position++) {
      for (int i = 0; i < half; i++) {
        double angle = position * Math.pow(theta, -2.0 * i / headWidth);
        int at = position * headWidth + i;
        cosines[at] = cosines[at + half] = (float) Math.cos(angle);
        sines[at] = sines[at + half] = (float) Math.sin(angle);
      }
    }
    return new RotaryTable(cosines, sines);
  }
}
