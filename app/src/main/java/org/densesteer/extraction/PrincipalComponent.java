package org.densesteer.extraction;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The first principal component of the pair differences, taken with both signs as representation
 * engineering does (Zou et al., 2023): the unit direction u with the largest Σ⟨dᵢ, u⟩². So the
 * differences are not centred, which would take away the very shift that is looked for. Its sign is
 * that of the mean difference, and its length the mean difference's projection ⟨d̄, u⟩, so that a
 * strength means the same as with the mean difference.
 */
public final class PrincipalComponent {

  private PrincipalComponent() {}

  /** The direction at one 0-based decoder block; zero where all differences are zero. */
  public static float[] of(PairDifferences differences, int layer) {
    float[][] rows = differences.values()[layer];
    int[] all = IntStream.range(0, rows.length).toArray();
    double[] weights = weights(PairProducts.of(rows).among(all));
    double[] sum = new double[differences.hiddenSize()];
    for (int pair = 0; pair < rows.length; pair++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[pair] * rows[pair][i];
      }
    }
    float[] direction = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      direction[i] = (float) sum[i];
    }
    return direction;
  }

  /**
   * Weight of each difference in the component. With the products matrix G = UΛUᵀ and its first
   * eigenpair (λ, c), u = Σ cᵢdᵢ / √λ and ⟨d̄, u⟩ = √λ · mean(c); their product is Σ mean(c)·cᵢdᵢ,
   * in which the sign of c drops out.
   *
   * @param products ⟨dᵢ, dⱼ⟩ for all pairs that take part
   */
  static double[] weights(double[][] products) {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
    double[] values = eigen.getRealEigenvalues();
    int first = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[first]) {
        first = i;
      }
    }
    double[] component = eigen.getEigenvector(first).toArray();
    double mean = Arrays.stream(component).average().orElse(0);
    return Arrays.stream(component).map(c -> mean * c).toArray();
  }
}
