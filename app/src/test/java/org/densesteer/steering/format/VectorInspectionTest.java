package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorInspectionTest {

  @TempDir Path folder;

  private VectorInspection inspect(String recommendedStrength) {
    SteeringVector vector =
        new SteeringVector(
            "v",
            2,
            new TreeMap<>(Map.of(2, new float[] {3, 4}, 10, new float[2])),
            VectorMetadata.EMPTY
                .with(VectorMetadata.RECOMMENDED_LAYER, 2)
                .with(VectorMetadata.RECOMMENDED_STRENGTH, recommendedStrength)
                .with(VectorMetadata.PAIR_COUNT, 50));
    Path file = folder.resolve("v.json");
    VectorFiles.write(vector, ExportOptions.of(VectorFormats.JSON), file);
    return VectorInspection.of(file);
  }

  @Test
  void jsonHasEverythingWithNumbersAsNumbers() {
    ObjectNode json = inspect("2.5").toJson();
    assertEquals(
        "{\"format\":\"json\",\"layers\":[2,10],\"hidden_size\":2,\"dtype\":\"float32\","
            + "\"norms\":{\"2\":5.0,\"10\":0.0},\"metadata\":{\"pair_count\":\"50\","
            + "\"recommended_layer\":2,\"recommended_strength\":2.5},\"warnings\":[\"The vector v"
            + " is zero at layer 10 and steers nothing there.\"]}",
        json.toString());
  }

  @Test
  void aStrengthThatIsNoNumberStaysText() {
    ObjectNode json = inspect("about 3").toJson();
    assertEquals("\"about 3\"", json.get("metadata").get("recommended_strength").toString());
  }

  @Test
  void textNamesLayersNormsAndNotes() {
    String text = inspect("2.5").toText();
    assertTrue(text.contains("json, float32"), text);
    assertTrue(text.contains("    2  5.00000"), text);
    assertTrue(text.contains("recommended_layer: 2"), text);
    assertTrue(text.contains("note: The vector v is zero"), text);
  }
}
