package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.densesteer.generation.Arm;
import org.densesteer.generation.Sampler;

/**
 * A program in Python that writes an arm's answer again with Hugging Face transformers: mixes, live
 * changes, positions, operators and sampling included. Directions and the expected tokens are in
 * it; it says whether it got them.
 *
 * <p>Seen with transformers 5.18.0 and torch 2.13.0 on CPU, float32: the same tokens for the sample
 * model (greedy; sampled with top-k and top-p; from step 2 on; all three operators) and for a Qwen2
 * and a Llama 3 checkpoint of random weights; for the Qwen2 one also with a mix of two vectors
 * whose strength was changed ten times while it answered.
 */
public final class RunPython {

  private static final String PROGRAM = "steered-run.py";

  private RunPython() {}

  /** The arm of a run that is worth a program: the steered one, else the first. */
  public static RunArm chosen(Run run) {
    return run.arm(Arm.STEERED).orElse(run.arms().get(0));
  }

  /**
   * The program.
   *
   * @param direction the hidden-size values of a vector at the layer of its steering; empty where
   *     the vector is not at hand
   * @throws FaultException when no program can do the same, with the reason
   */
  public static String of(Run run, RunArm arm, Function<RunSteering, Optional<float[]>> direction) {
    if (!run.decoding().sampling().greedy()
        && run.decoding().noiseVersion() != Sampler.NOISE_VERSION) {
      throw new FaultException(
          Texts.of(
              "The run drew its tokens by noise version %d, which is not written down any more: no"
                  + " program gives the same ones.",
              run.decoding().noiseVersion()));
    }
    if (steerings(arm).anyMatch(each -> !each.gate().constant())) {
      throw new FaultException(
          "The strength followed the answer, by a gate, which no program here does again; the"
              + " command line does.");
    }
    ObjectNode node = RunJson.settings(run.with(List.of(arm)));
    ObjectNode only = (ObjectNode) node.remove("arms").get(0);
    node.remove("prompt");
    node.remove("prompt_ids");
    only.remove("own_prompt");
    ids(only.putArray("prompt_ids"), run.promptOf(arm).tokenIds().stream());
    ids(only.putArray("token_ids"), arm.answer().tokens().stream().map(token -> token.tokenId()));
    node.set("arm", only);
    ObjectNode directions = node.putObject("directions");
    steerings(arm)
        .forEach(
            each ->
                directions.put(
                    each.vectorHash() + "@" + each.layer(), values(each, direction.apply(each))));
    // Within the program's quotes no other three may stand; JSON has them in texts only.
    String json = Json.text(Json.PRETTY, node).replace("'", "\\u0027");
    return program().replace("@RUN@", json);
  }

  private static Stream<RunSteering> steerings(RunArm arm) {
    return Stream.concat(
        arm.steerings().stream(),
        arm.changes().stream().flatMap(change -> change.steerings().stream()));
  }

  private static void ids(ArrayNode list, Stream<Integer> ids) {
    ids.forEach(list::add);
  }

  private static String values(RunSteering steering, Optional<float[]> values) {
    float[] direction =
        values.orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "The vector %s of this run is not at hand, so no program can hold its values.",
                        steering.vector())));
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * direction.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(direction);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static String program() {
    try (InputStream in = RunPython.class.getResourceAsStream(PROGRAM)) {
      if (in == null) {
        throw new FaultException("The program's file " + PROGRAM + " is missing from its jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FaultException("The program's file " + PROGRAM + " cannot be read.", e);
    }
  }
}
