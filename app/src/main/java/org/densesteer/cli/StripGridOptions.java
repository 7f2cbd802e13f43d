package org.densesteer.cli;

import java.util.List;
import java.util.OptionalInt;
import org.densesteer.cli.SweepConverters.Layers;
import org.densesteer.cli.SweepConverters.Strengths;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripSteering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The places of a strip: layers at equal push, or strengths at one layer. */
final class StripGridOptions {

  private static final Layers ALL = new Layers(List.of());

  @ArgGroup(exclusive = true)
  private @Nullable Places places;

  /** One of two ways to say it. */
  static final class Places {

    @ArgGroup(exclusive = false)
    private @Nullable AtPush atPush;

    @ArgGroup(exclusive = false)
    private @Nullable AtLayer atLayer;
  }

  /** Layers at equal push. */
  static final class AtPush {

    @Option(
        names = "--layers",
        paramLabel = "LIST",
        converter = LayersConverter.class,
        description = "Decoder blocks such as 0,2-5, or all that the vector has (default).")
    private Layers layers = ALL;

    @Option(
        names = "--push",
        paramLabel = "SHARE",
        defaultValue = "50%",
        converter = PushConverter.class,
        description =
            "Length of what is added, as a share of the prompt's mean hidden state at each layer;"
                + " negative to push against the vector (default: ${DEFAULT-VALUE}).")
    private double push = 0.5;
  }

  /** Strengths at one layer. */
  static final class AtLayer {

    @Option(
        names = "--layer",
        required = true,
        paramLabel = "L",
        description = "One decoder block, at several strengths.")
    private int layer;

    @Option(
        names = "--strengths",
        required = true,
        paramLabel = "RANGE",
        converter = Strengths.Converter.class,
        description = "First, last and step, such as --strengths=-4:4:1, or a list.")
    private Strengths strengths = new Strengths(List.of());
  }

  /** Reads layers; {@code all} are none by name. */
  static final class LayersConverter implements ITypeConverter<Layers> {
    @Override
    public Layers convert(String value) {
      return value.strip().equals("all") ? ALL : new Layers.Converter().convert(value);
    }
  }

  /** Reads a share such as {@code 50%} or {@code 0.5}. */
  static final class PushConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      String text = value.strip();
      boolean percent = text.endsWith("%");
      try {
        double number =
            Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text)
                / (percent ? 100 : 1);
        if (Double.isFinite(number) && number != 0 && Math.abs(number) <= 100) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + value + "' is not a share such as 50% or 0.5");
      }
      throw new TypeConversionException(
          "a push must be other than 0 and at most 10000%, not '" + value + "'");
    }
  }

  private AtPush atPush() {
    return places == null || places.atPush == null ? new AtPush() : places.atPush;
  }

  private @Nullable AtLayer atLayer() {
    return places == null ? null : places.atLayer;
  }

  /** The only layer that is named, if it is one. */
  OptionalInt onlyLayer() {
    AtLayer one = atLayer();
    if (one != null) {
      return OptionalInt.of(one.layer);
    }
    List<Integer> named = atPush().layers.values();
    return named.size() == 1 ? OptionalInt.of(named.get(0)) : OptionalInt.empty();
  }

  /**
   * The layers.
   *
   * @param blocks how many decoder blocks the model has
   */
  List<Integer> layers(StripSteering steering, int blocks) {
    AtLayer one = atLayer();
    if (one != null) {
      return List.of(one.layer);
    }
    List<Integer> named = atPush().layers.values();
    return named.isEmpty() ? steering.allLayers(blocks) : named;
  }

  /** 1 to push along the vector, −1 to push against it. */
  int sign() {
    return atLayer() == null && atPush().push < 0 ? -1 : 1;
  }

  /** The places, by the mean length of the prompt's hidden states at every layer. */
  List<StripCell> cells(StripSteering steering, double[] norms) {
    AtLayer one = atLayer();
    return one == null
        ? steering.atPush(layers(steering, norms.length), atPush().push, norms)
        : steering.atLayer(one.layer, one.strengths.values(), norms);
  }
}
