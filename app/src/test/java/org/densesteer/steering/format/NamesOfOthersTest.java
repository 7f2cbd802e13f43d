package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.gguf.GgufWriter;
import org.densesteer.files.numpy.NpyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names under which other tools keep directions in safetensors, JSON and NumPy files. */
class NamesOfOthersTest {

  private static VectorRead read(String name, byte[] content) {
    String base = name.substring(0, name.lastIndexOf('.'));
    return VectorFiles.read(FileBytes.of("vector", name, content), new ReadOptions(base, 0));
  }

  private static VectorRead json(String content) {
    return read("x.json", content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] safetensors(String metadata, String... names) {
    StringBuilder header = new StringBuilder("{" + metadata);
    for (int i = 0; i < names.length; i++) {
      header.append(i == 0 && metadata.isEmpty() ? "" : ",");
      header.append(
          "\"%s\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}"
              .formatted(names[i], 8 * i, 8 * i + 8));
    }
    byte[] text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + text.length + 8 * names.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.length).put(text);
    for (int i = 0; i < 2 * names.length; i++) {
      file.putFloat(i + 1);
    }
    return file.array();
  }

  private static byte[] npz(Map<String, byte[]> arrays) {
    return Archives.stored(arrays);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layer_%d",
        "layers.%d",
        "model.layers.%d",
        "%d",
        "direction.%d",
        "vector.%d",
        "blocks.%d.hook_resid_post",
        "transformer.h.%d",
        "L%d",
        "steering_vector_layer_%d"
      })
  void safetensorsAndJsonAreReadUnderCommonNames(String name) {
    String five = name.formatted(5);
    String twelve = name.formatted(12);
    VectorRead tensors = read("x.safetensors", safetensors("", five, twelve));
    assertEquals(Set.of(5, 12), tensors.vector().directions().keySet());
    assertArrayEquals(new float[] {3, 4}, tensors.vector().direction(12));
    VectorRead numbers = json("{\"%s\":[1,2],\"%s\":[3,4]}".formatted(five, twelve));
    assertEquals(tensors.vector().directions().keySet(), numbers.vector().directions().keySet());
    assertArrayEquals(new float[] {3, 4}, numbers.vector().direction(12));
    assertEquals(List.of(), tensors.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer_-1", "layer_99999999999"})
  void aNumberOfNoBlockIsSaidToBeNone(String name) {
    byte[] content = safetensors("", name);
    MissingLayerException fault =
        assertThrows(MissingLayerException.class, () -> read("x.safetensors", content));
    assertTrue(
        fault
            .getMessage()
            .startsWith(
                "The safetensors file x.safetensors holds one direction, '"
                    + name
                    + "', which is no decoder block counted from 0; name "),
        fault::getMessage);
    VectorRead read =
        VectorFiles.read(
            FileBytes.of("vector", "x.safetensors", content),
            new ReadOptions("x", 0, OptionalInt.of(5)));
    assertEquals(Set.of(5), read.vector().directions().keySet());
    assertTrue(
        read.warnings()
            .contains(
                "The file calls its direction '"
                    + name
                    + "', which is no decoder block counted from 0."),
        () -> read.warnings().toString());
  }

  @Test
  void aSingleNameTakesItsLayerFromTheMetadataOrTheFilesName() {
    String metadata = "\"__metadata__\":{\"layer\":\"model.layers[13]\",\"model\":\"a/b\"}";
    VectorRead read = read("x.safetensors", safetensors(metadata, "steering_vector"));
    assertEquals(Set.of(13), read.vector().directions().keySet());
    VectorRead named = read("v_layer_4.safetensors", safetensors("", "vector"));
    assertEquals(Set.of(4), named.vector().directions().keySet());
    assertTrue(named.layerAssumed());
    assertThrows(
        MissingLayerException.class, () -> read("x.safetensors", safetensors("", "vector")));
  }

  @Test
  void aNameThatContradictsTheFileGivesWay() {
    VectorRead read = read("v_layer_4.safetensors", safetensors("", "direction.5"));
    assertEquals(Set.of(5), read.vector().directions().keySet());
    assertTrue(read.warnings().get(0).contains("name says layer 4"), read.warnings().get(0));
    assertTrue(read.warnings().get(0).contains("it says layer 5"), read.warnings().get(0));
  }

  @Test
  void neuronpediasJsonHasItsLayerInTheHook() {
    VectorRead read =
        json(
            "{\"modelId\":\"llama3.1-8b-it\",\"layer\":\"15-resid-post\",\"index\":\"7\","
                + "\"hookName\":\"blocks.15.hook_resid_post\",\"vector\":[1,2],"
                + "\"pos_values\":[0.5,0.25],\"pos_str\":[\"a\"],"
                + "\"vectorDefaultSteerStrength\":10}");
    assertEquals(Set.of(15), read.vector().directions().keySet());
    assertArrayEquals(new float[] {1, 2}, read.vector().direction(15));
    assertEquals("llama3.1-8b-it", read.vector().metadata().get("model_id"));
    assertEquals(10, read.vector().metadata().recommendedStrength().getAsDouble());
    assertTrue(read.warnings().get(0).contains("'pos_values'"), read.warnings().toString());
  }

  @Test
  void theInputOfABlockIsTheOutputOfTheOneBefore() {
    String hook = "{\"hookName\":\"blocks.%d.hook_resid_pre\",\"vector\":[1,2]}";
    VectorRead read = json(hook.formatted(6));
    assertEquals(Set.of(5), read.vector().directions().keySet());
    assertTrue(read.warnings().get(0).contains("input of decoder block 6"));
    FaultException fault = assertThrows(FaultException.class, () -> json(hook.formatted(0)));
    assertTrue(fault.getMessage().contains("the embeddings"), fault.getMessage());
  }

  @Test
  void ofTheInputsOfManyBlocksTheEmbeddingsAreLeftOutAndSaidOnce() {
    VectorRead read =
        read(
            "x.safetensors",
            safetensors(
                "",
                "blocks.0.hook_resid_pre",
                "blocks.1.hook_resid_pre",
                "blocks.2.hook_resid_pre"));
    assertEquals(Set.of(0, 1), read.vector().directions().keySet());
    assertArrayEquals(new float[] {3, 4}, read.vector().direction(0));
    assertEquals(
        List.of(
            "The direction for the input of block 0, the embeddings, is left out: they are not"
                + " steered here.",
            "The vector was made for the inputs of 2 decoder blocks ('blocks.1.hook_resid_pre' to"
                + " 'blocks.2.hook_resid_pre'), each the output of the block before: that is its"
                + " layer here.",
            "Not used of the file: 'blocks.0.hook_resid_pre' (an array of shape [2])."),
        read.warnings());
  }

  @Test
  void aListThatIsNoDirectionIsNamed() {
    FaultException text = assertThrows(FaultException.class, () -> json("[1,\"a\"]"));
    assertTrue(text.getMessage().endsWith("value 1 of its list is no number."), text.getMessage());
    FaultException none =
        assertThrows(
            FaultException.class,
            () -> read("x.npz", npz(Map.of("direction.5.npy", NpyWriter.vector(new float[0])))));
    assertTrue(
        none.getMessage().endsWith("its direction 'direction.5' has no values."),
        none.getMessage());
  }

  /** As gguf 0.19.0 writes a NumPy array of shape [1, 2]; the numbers of types are ggml's. */
  private static byte[] gguf(int type, int bytes, long... sizes) {
    ByteBuffer file = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    file.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(1).putLong(1);
    for (String text : List.of("general.architecture", "controlvector", "direction.1")) {
      if (text.equals("controlvector")) {
        file.putInt(8);
      }
      file.putLong(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }
    file.putInt(sizes.length);
    LongStream.of(sizes).forEach(file::putLong);
    file.putInt(type).putLong(0);
    file.position((file.position() + 31) / 32 * 32);
    for (double value : new double[] {0.5, -2}) {
      if (bytes == Double.BYTES) {
        file.putDouble(value);
      } else {
        file.putFloat((float) value);
      }
    }
    return Arrays.copyOf(file.array(), file.position());
  }

  @Test
  void aControlVectorMayHaveSizesOfOneAndDoubles() {
    float[] values = {0.5F, -2};
    assertArrayEquals(values, read("x.gguf", gguf(0, 4, 2, 1)).vector().direction(1));
    assertArrayEquals(values, read("x.gguf", gguf(0, 4, 1, 2)).vector().direction(1));
    assertArrayEquals(values, read("x.gguf", gguf(28, 8, 2)).vector().direction(1));
    FaultException matrix =
        assertThrows(FaultException.class, () -> read("x.gguf", gguf(0, 4, 2, 2)));
    assertTrue(matrix.getMessage().contains("has 2 dimensions"), matrix.getMessage());
    FaultException quantised =
        assertThrows(FaultException.class, () -> read("x.gguf", gguf(8, 4, 2)));
    assertTrue(quantised.getMessage().contains("type Q8_0, which"), quantised.getMessage());
  }

  @Test
  void whatAControlVectorHoldsBesideItsDirectionsIsNamed() {
    byte[] file =
        new GgufWriter()
            .text("general.architecture", "controlvector")
            .text("general.name", "happy")
            .number("controlvector.layer_count", 24)
            .tensor("direction.1", new float[] {1, 2})
            .bytes();
    assertEquals(
        List.of(
            "The file says that it has '24' layers, and has 1.",
            "Not used of the file: 'general.name' ('happy')."),
        read("x.gguf", file).warnings());
  }

  @Test
  void whatTheMetadataAsksForAndIsNotKnownIsSaid() {
    String metadata =
        "\"__metadata__\":{\"format_version\":\"1\",\"operator\":\"multiply\","
            + "\"positions\":\"last\",\"recommended_layer\":\"five\"}";
    assertEquals(
        List.of(
            "The positions 'last' of the file are not known here: every position is steered.",
            "The operator 'multiply' of the file is not known here: the vector is added.",
            "The recommended layer 'five' is no whole number and is not used."),
        read("x.safetensors", safetensors(metadata, "direction.5")).warnings());
  }

  @Test
  void aPlaceWithinTheBlockIsSaid() {
    VectorRead read = read("x.safetensors", safetensors("", "model.layers.5.mlp.down_proj"));
    assertTrue(read.warnings().get(0).startsWith("The vector was made for "));
  }

  @Test
  void numPysUnnamedArraysAreReadInTheirOrder() {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    arrays.put("arr_0.npy", NpyWriter.vector(new float[] {1, 2}));
    arrays.put("arr_1.npy", NpyWriter.vector(new float[] {3, 4}));
    VectorRead order = read("x.npz", npz(arrays));
    assertArrayEquals(new float[] {3, 4}, order.vector().direction(1));
    assertTrue(order.warnings().get(0).contains("taken in their order"));
    List<float[]> rows = List.of(new float[] {1, 2}, new float[] {3, 4});
    VectorRead stacked = read("x.npz", npz(Map.of("arr_0.npy", NpyWriter.matrix(rows, 2))));
    assertEquals(Set.of(0, 1), stacked.vector().directions().keySet());
    VectorRead layers =
        read("x.npz", npz(Map.of("layer_5.npy", NpyWriter.vector(new float[] {1, 2}))));
    assertEquals(Set.of(5), layers.vector().directions().keySet());
  }

  @Test
  void oneArrayIsOneDirection() {
    byte[] array = NpyWriter.vector(new float[] {1, 2});
    VectorRead named = read("layer1.npy", array);
    assertEquals(Set.of(1), named.vector().directions().keySet());
    VectorRead given =
        VectorFiles.read(
            FileBytes.of("vector", "x.npy", array), new ReadOptions("x", 0, OptionalInt.of(9)));
    assertArrayEquals(new float[] {1, 2}, given.vector().direction(9));
  }

  @Test
  void bigEndianArraysAreRead() {
    byte[] array = NpyWriter.vector(new float[] {1, 2});
    String text = new String(array, StandardCharsets.ISO_8859_1).replace("<f4", ">f4");
    byte[] big = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer.wrap(big, big.length - 8, 8).putFloat(1).putFloat(2);
    assertArrayEquals(new float[] {1, 2}, read("layer1.npy", big).vector().direction(1));
  }

  @Test
  void aListOfRecordsHasALayerInEach() {
    VectorRead read = json("[{\"layer\":5,\"vector\":[1,2]},{\"layer\":9,\"vector\":[3,4]}]");
    assertEquals(Set.of(5, 9), read.vector().directions().keySet());
    assertArrayEquals(new float[] {3, 4}, read.vector().direction(9));
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void lmEvalsOlderListHasAHookInEach() {
    String entry =
        "{\"hookpoint\":\"layers.%d\",\"steering_vector\":[1,2],\"steering_coefficient\":3.0,"
            + "\"action\":\"add\",\"bias\":null}";
    VectorRead read = json("[" + entry.formatted(5) + "," + entry.formatted(9) + "]");
    assertEquals(Set.of(5, 9), read.vector().directions().keySet());
    assertEquals(3, read.vector().metadata().recommendedStrength().getAsDouble());
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void layersListedBesideAListAreItsLayers() {
    VectorRead read = json("{\"layers\":[5,9],\"vectors\":[[1,2],[3,4]]}");
    assertEquals(Set.of(5, 9), read.vector().directions().keySet());
    assertArrayEquals(new float[] {3, 4}, read.vector().direction(9));
    assertEquals(List.of(), read.warnings());
    FaultException fault =
        assertThrows(
            FaultException.class, () -> json("{\"layers\":[5],\"vectors\":[[1,2],[3,4]]}"));
    assertTrue(fault.getMessage().contains("1 layers for 2 arrays"), fault.getMessage());
  }

  @Test
  void textsThatSayNothingOfThePlaceAreNamed() {
    VectorRead read = json("{\"5\":[1,2],\"component\":\"mood\",\"action\":\"deploy\"}");
    assertEquals(
        List.of(
            "Not used of the file: 'component' (the text 'mood'), 'action' (the text 'deploy')."),
        read.warnings());
  }

  @Test
  void aLayerBesideSeveralIsTheRecommendedOne() {
    VectorRead read = json("{\"layer\":9,\"directions\":{\"5\":[1,2],\"9\":[3,4]}}");
    assertEquals(9, read.vector().metadata().recommendedLayer().getAsInt());
  }

  @Test
  void severalSetsAreToldApartByTheirNames() {
    VectorRead read = json("{\"pos\":{\"5\":[1,2]},\"neg\":{\"5\":[0,0]},\"diff\":{\"5\":[3,4]}}");
    assertArrayEquals(new float[] {3, 4}, read.vector().direction(5));
    assertTrue(read.warnings().get(0).contains("'pos.5'"), read.warnings().get(0));
    FaultException fault =
        assertThrows(
            FaultException.class, () -> json("{\"joy\":{\"5\":[1]},\"anger\":{\"5\":[2]}}"));
    assertTrue(fault.getMessage().contains("'joy.5', 'anger.5'"), fault.getMessage());
  }
}
