package org.densesteer.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.ExportPreparation;
import org.densesteer.steering.format.ExportReport;
import org.densesteer.steering.format.VectorExport;
import org.densesteer.steering.format.VectorFormat;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** What of a tuned vector goes to a file, how, and what came of it. */
final class ExportViewModel {

  private final Steering tuned;
  private final @Nullable ModelInfo model;
  private final TaskRunner tasks;
  private final Notices notices;

  private final ObjectProperty<VectorFormat> format =
      new SimpleObjectProperty<>(VectorFormats.SAFETENSORS);
  private final ObjectProperty<LayerChoice> layers = new SimpleObjectProperty<>(LayerChoice.ONE);
  private final IntegerProperty bandFrom = new SimpleIntegerProperty();
  private final IntegerProperty bandTo = new SimpleIntegerProperty();
  private final IntegerProperty ggufLayerOffset = new SimpleIntegerProperty();
  private final BooleanProperty baked = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable ExportReport> report =
      new ReadOnlyObjectWrapper<>();

  /**
   * The choices before anything was written.
   *
   * @param tuned the steering in use
   * @param model the loaded model, which a vector that names none is said to be made for
   */
  ExportViewModel(Steering tuned, @Nullable ModelInfo model, TaskRunner tasks, Notices notices) {
    this.tuned = tuned;
    this.model = model;
    this.tasks = tasks;
    this.notices = notices;
    bandFrom.set(tuned.layer());
    bandTo.set(tuned.layer());
    if (mixed()) {
      layers.set(LayerChoice.ALL);
    }
  }

  /** The formats to choose from. */
  List<VectorFormat> formats() {
    return VectorFormats.all();
  }

  /** Whether the choices leave nothing to write; says so then. */
  boolean refused() {
    obstacle().ifPresent(why -> notices.show(Notice.error(why)));
    return obstacle().isPresent();
  }

  /** A name for the file, by vector, layer and strength. */
  String suggestedName() {
    return ExportPreparation.suggestedFileName(tuned.vector(), options());
  }

  /**
   * Writes the file in the background and reads it back.
   *
   * @param asked the file as a person named it; without an ending it gets the format's
   */
  void export(Path asked) {
    if (refused()) {
      return;
    }
    Path file;
    try {
      file = ExportTarget.of(asked, format.get());
    } catch (FaultException e) {
      notices.fail(e);
      return;
    }
    ExportOptions options = options();
    SteeringVector vector = described();
    tasks.start(
        "Exporting " + file.getFileName(),
        (progress, cancellation) -> VectorExport.write(vector, options, file),
        written -> {
          report.set(written);
          notices.show(Notice.info("The vector was written to " + written.file() + "."));
        },
        notices::fail);
  }

  private ExportOptions options() {
    ExportOptions options =
        ExportOptions.of(format.get()).recommending(tuned.layer(), tuned.strength());
    options = options.onlyLayers(chosenLayers()).withGgufLayerOffset(ggufLayerOffset.get());
    return baked.get() ? options.baking(tuned.strength()) : options;
  }

  private Set<Integer> chosenLayers() {
    return switch (layers.get()) {
      case ONE -> Set.of(tuned.layer());
      case BAND -> band();
      case ALL -> Set.of();
    };
  }

  /** The vector's layers within the band, its ends included, in either order. */
  private Set<Integer> band() {
    int first = Math.min(bandFrom.get(), bandTo.get());
    int last = Math.max(bandFrom.get(), bandTo.get());
    return new TreeSet<>(tuned.vector().directions().subMap(first, last + 1).keySet());
  }

  /** Why there is nothing to write; empty when there is. */
  private Optional<String> obstacle() {
    return layers.get() == LayerChoice.BAND && band().isEmpty()
        ? Optional.of(
            Texts.of(
                "The vector %s has no layer from %d to %d; choose another band.",
                tuned.vector().name(), bandFrom.get(), bandTo.get()))
        : Optional.empty();
  }

  private SteeringVector described() {
    VectorMetadata metadata =
        tuned
            .vector()
            .metadata()
            .with(VectorMetadata.POSITIONS, tuned.positions().id())
            .with(VectorMetadata.OPERATOR, tuned.operator().id());
    metadata = VectorGate.with(metadata, tuned.gate());
    if (model != null && metadata.get(VectorMetadata.MODEL_ID).isBlank()) {
      metadata =
          metadata
              .with(VectorMetadata.MODEL_ID, model.name())
              .with(VectorMetadata.MODEL_FINGERPRINT, model.fingerprint());
    }
    return tuned.vector().with(metadata);
  }

  /** The steering that is exported. */
  Steering tuned() {
    return tuned;
  }

  /** Whether it is a mix, whose strengths are in it and whose layers work together. */
  boolean mixed() {
    return tuned.vector().metadata().appliesEveryLayer();
  }

  /** Why baking makes no sense; empty when it does. */
  Optional<String> bakingObstacle() {
    if (mixed()) {
      return Optional.of("The strengths of the mix are in it already.");
    }
    if (tuned.strength() == 1) {
      return Optional.of("Strength 1 leaves the vector as it is.");
    }
    return tuned.strength() == 0
        ? Optional.of("With strength 0 the baked vector would be all zeros.")
        : Optional.empty();
  }

  /** The file's format. */
  ObjectProperty<VectorFormat> formatProperty() {
    return format;
  }

  /** Which layers are written. */
  ObjectProperty<LayerChoice> layersProperty() {
    return layers;
  }

  /** One end of the band, a 0-based decoder block. */
  IntegerProperty bandFromProperty() {
    return bandFrom;
  }

  /** The other end of the band, a 0-based decoder block. */
  IntegerProperty bandToProperty() {
    return bandTo;
  }

  /** How a GGUF file counts layers: 0 as llama.cpp applies them, 1 for one more. */
  IntegerProperty ggufLayerOffsetProperty() {
    return ggufLayerOffset;
  }

  /** Whether the strength is multiplied into the vector. */
  BooleanProperty bakedProperty() {
    return baked;
  }

  /** What was written; null before. */
  ReadOnlyObjectProperty<@Nullable ExportReport> reportProperty() {
    return report.getReadOnlyProperty();
  }
}
