package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Operator;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of PyTorch 2.13.0 and NumPy 2.4.6, made by {@code vector_files.py} beside them. Their
 * directions are 1, 2, … 8, in a second layer twice that, so that each right value is known.
 */
class TorchFilesTest {

  private static final float[] DIRECTION = {1, 2, 3, 4, 5, 6, 7, 8};

  private static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(
                  TorchFilesTest.class.getResource("/steering/torch/" + name + ".pt"), name)
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static VectorRead read(String name) {
    return VectorFiles.read(file(name));
  }

  @ParameterizedTest
  @CsvSource({
    "float64, 5, float64",
    "float16, 5, float16",
    "bfloat16, 5, bfloat16",
    "int64, 5, int64",
    "uint16, 5, uint16",
    "parameter, 5, float32",
    "buffer_layer_5, 5, float32",
    "bare_rows, 0 1, float32",
    "bare_rows_3d, 0 1, float32",
    "transposed, 0 1, float32",
    "list, 0 1, float32",
    "pairs, 5 6, float32",
    "column, 5, float32",
    "row, 5, float32",
    "negated, 5, float32",
    "names, 5 6, float32",
    "digits, 5 6, float32",
    "tuple_keys, 5 6, float32",
    "record, 5, float32",
    "listed_rows, 5 6, float32",
    "nested, 5 6, float32",
    "beside, 5, float32",
    "float_list, 5, float64",
    "numpy, 5, float32",
    "protocol4, 5, float32",
    "protocol5, 5, float32",
    "legacy, 5, float32",
    "steered, 5, float32",
    "no_checksums, 5, float32"
  })
  void whatPeopleSaveIsRead(String name, String layers, String dtype) {
    VectorRead read = read(name);
    Set<Integer> expected =
        Arrays.stream(layers.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
    SteeringVector vector = read.vector();
    assertEquals(new TreeSet<>(expected), vector.directions().keySet());
    int first = vector.directions().firstKey();
    assertArrayEquals(DIRECTION, vector.direction(first));
    if (expected.size() == 2) {
      assertEquals(2 * Math.sqrt(204), vector.norm(first + 1), 1e-6);
    }
    assertEquals(dtype, read.dtype());
  }

  @Test
  void viewsAreReadByTheirStrides() {
    float[] repeated = new float[8];
    Arrays.fill(repeated, 2.5f);
    assertArrayEquals(repeated, read("expanded").vector().direction(5));
    assertArrayEquals(
        new float[] {3, 6, 9, 12, 15, 18, 21, 24}, read("strided").vector().direction(5));
  }

  @Test
  void whatIsNotUsedIsNamed() {
    assertEquals(
        List.of(
            "Not used of the file: 'norm' (a number), 'note' (the text 'dense'), 'accuracy' (0.5),"
                + " 'seed' (None), 'done' (True)."),
        read("beside").warnings());
    assertEquals(
        List.of(
            "Not used of the file: '5.bias' (an array of shape [8]), '6.bias' (an array of shape"
                + " [8])."),
        read("nested").warnings());
    assertEquals(
        List.of("Not used of the file: 'note' (the text 'old')."), read("legacy").warnings());
  }

  @Test
  void layersThatAreOnlyAnOrderAreSaidToBeOne() {
    assertTrue(read("bare_rows").warnings().get(0).contains("the 2 rows of its array"));
    assertTrue(read("list").warnings().get(0).contains("its 2 arrays were taken in their order"));
    assertEquals(List.of(), read("listed_rows").warnings());
  }

  @ParameterizedTest
  @CsvSource({"bare", "state_dict"})
  void aDirectionWithoutLayerNeedsOne(String name) {
    FaultException fault = assertThrows(MissingLayerException.class, () -> read(name));
    assertTrue(fault.getMessage().contains("with --layer"), fault.getMessage());
    VectorRead read = VectorFiles.read(file(name), 0, OptionalInt.of(3));
    assertTrue(read.layerAssumed());
    assertArrayEquals(DIRECTION, read.vector().direction(3));
  }

  @Test
  void aLayerFromTheNameIsSaid() {
    assertEquals(
        List.of(
            "The file does not say for which layer its direction is: layer 5 is taken from its"
                + " name."),
        read("buffer_layer_5").warnings());
    VectorRead other = VectorFiles.read(file("buffer_layer_5"), 0, OptionalInt.of(2));
    assertEquals(Set.of(2), other.vector().directions().keySet());
    assertTrue(other.warnings().get(0).contains("name says layer 5"));
  }

  @Test
  void lmEvalsFileBringsItsCoefficientAndLayer() {
    VectorMetadata metadata = read("steered").vector().metadata();
    assertEquals(5, metadata.recommendedLayer().getAsInt());
    assertEquals(2, metadata.recommendedStrength().getAsDouble());
    assertEquals(List.of(), read("steered").warnings());
    assertEquals(VectorFormats.STEERED, read("steered").format());
    SteeringVector two = read("steered_two").vector();
    assertTrue(two.metadata().appliesEveryLayer());
    assertEquals(1, two.metadata().recommendedStrength().getAsDouble());
    assertEquals(2 * Math.sqrt(204), two.norm(5), 1e-6);
    assertEquals(Math.sqrt(204), two.norm(6), 1e-6);
    assertEquals(Operator.ADD, two.metadata().operator().orElse(Operator.ADD));
  }

  @Test
  void aCoefficientBesideAVectorIsItsStrength() {
    assertEquals(2, read("record").vector().metadata().recommendedStrength().getAsDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "complex64 | has the type complex64, which is not supported",
        "float8 | has the type float8_e4m3fn, which is not supported",
        "quantised | '5' (a quantised tensor)",
        "sparse | '5' (a sparse tensor)",
        "meta | '5' (a tensor without values",
        "module | an object of the class 'torch.nn.modules.linear.Linear'",
        "module_state | several sets of arrays ('weight', 'bias')",
        "two_sets | several sets of arrays ('honesty.5', 'anger.5')",
        "three_dimensions | has the shape [4, 3, 8]",
        "steered_head | attention head 3"
      })
  void whatIsRefusedIsRefusedInATrueSentence(String name, String part) {
    String sentence = assertThrows(FaultException.class, () -> read(name)).getMessage();
    assertTrue(sentence.contains(part.replace("an object", "a Python object")), sentence);
    assertTrue(!sentence.contains("broken") && !sentence.contains("damaged"), sentence);
  }
}
