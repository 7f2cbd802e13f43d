package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.DifferenceCache;
import org.densesteer.extraction.ExtractedVector;
import org.densesteer.extraction.ExtractionMethod;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.ExtractionRecipe;
import org.densesteer.extraction.PairDifferences;
import org.densesteer.extraction.PairReader;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.extraction.Reading;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.ExportReport;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.InUseWords;
import org.densesteer.ui.steering.VectorChoices;
import org.jspecify.annotations.Nullable;

/** How a vector is made of the pairs, and what came of it. */
final class ExtractionViewModel {

  private final PairsViewModel pairs;
  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final VectorChoices vectors;
  private final VectorKeeper keeper;
  private final Notices notices;
  private final DifferenceCache cache = new DifferenceCache();

  private final ObjectProperty<Reading> reading =
      new SimpleObjectProperty<>(ExtractionRecipe.PAPER.reading());
  private final ObjectProperty<ExtractionMethod> method =
      new SimpleObjectProperty<>(ExtractionRecipe.PAPER.method());
  private final BooleanProperty normalised = new SimpleBooleanProperty();
  private final ObjectProperty<PromptForm> form = new SimpleObjectProperty<>(PromptForm.PLAIN);
  private final StringProperty ownTemplate =
      new SimpleStringProperty(PromptForm.OWN.template().text());
  private final ReadOnlyObjectWrapper<@Nullable ExtractedVector> result =
      new ReadOnlyObjectWrapper<>();

  /**
   * Creates the view model.
   *
   * @param keeper keeps vectors that are put in use
   */
  ExtractionViewModel(
      PairsViewModel pairs,
      ModelViewModel models,
      PromptViewModel prompts,
      VectorChoices vectors,
      VectorKeeper keeper,
      Notices notices) {
    this.pairs = pairs;
    this.models = models;
    this.prompts = prompts;
    this.vectors = vectors;
    this.keeper = keeper;
    this.notices = notices;
  }

  /** The user turn that questions are put into; says why when there is none, and gives nothing. */
  Optional<QuestionTemplate> template() {
    try {
      return Optional.of(
          form.get() == PromptForm.OWN
              ? new QuestionTemplate(ownTemplate.get())
              : form.get().template());
    } catch (FaultException e) {
      notices.fail(e);
      return Optional.empty();
    }
  }

  /** Extracts a vector of the pairs in use; what was read before is not read again. */
  void extract() {
    RunEngine engine = models.engineProperty().get();
    List<ContrastivePair> used = pairs.used();
    if (engine == null) {
      notices.show(Notice.error("No model is loaded; choose one in the toolbar first."));
    } else if (used.isEmpty()) {
      notices.show(
          Notice.error("No pair is in use; import or make pairs, densify and tick them first."));
    } else {
      template()
          .ifPresent(
              template ->
                  prompts
                      .frameOrSay()
                      .ifPresent(frame -> extract(engine.extraction(), template, frame, used)));
    }
  }

  private void extract(
      ExtractionModel model,
      QuestionTemplate template,
      ChatFrame frame,
      List<ContrastivePair> used) {
    ExtractionRecipe recipe = new ExtractionRecipe(reading.get(), method.get(), normalised.get());
    PairReader reader = PairReader.of(model, template, frame, cache);
    pairs
        .job()
        .start(
            "Extracting a vector of " + used.size() + " pairs",
            (progress, cancellation) ->
                extract(model, reader, recipe, used, progress, cancellation)
                    .asked(template, frame.variables()),
            result::set);
  }

  private static ExtractedVector extract(
      ExtractionModel model,
      PairReader reader,
      ExtractionRecipe recipe,
      List<ContrastivePair> used,
      Progress progress,
      Cancellation cancellation) {
    PairDifferences differences = reader.read(used, recipe.reading(), progress, cancellation);
    return ExtractedVector.of(
        name(recipe, used.size()), differences, recipe, model.info(), progress, cancellation);
  }

  /** Such as {@code dense-last-50} or {@code dense-mean-pca-50}. */
  private static String name(ExtractionRecipe recipe, int pairs) {
    String how = recipe.method() == ExtractionMethod.PCA ? "-pca" : "";
    return Texts.of(
        "dense-%s%s%s-%d", recipe.reading().id(), how, recipe.normalised() ? "-unit" : "", pairs);
  }

  /** Puts some layers of the vector in use, kept in a file of the workbench's own. */
  void use(LayerSelection layers) {
    ExtractedVector extracted = result.get();
    if (extracted != null) {
      pairs
          .job()
          .start(
              "Keeping " + extracted.vector().name(),
              (progress, cancellation) -> keeper.keep(layers.of(extracted.vector())),
              file ->
                  vectors.open(
                      Source.vector(file),
                      opened ->
                          notices.show(Notice.info(InUseWords.keptAndInUse(opened.vector())))));
    }
  }

  /** Writes some layers of the vector to a file whose ending names the format. */
  void save(LayerSelection layers, Path file) {
    ExtractedVector extracted = result.get();
    if (extracted != null) {
      pairs
          .job()
          .start(
              "Writing " + file.getFileName(),
              (progress, cancellation) -> write(layers.of(extracted.vector()), file),
              report -> notices.show(written(report)));
    }
  }

  /** One notice: a second one would hide what the file lacks. */
  private static Notice written(ExportReport report) {
    String sentence = "The vector was written to " + report.file() + ".";
    return report.warnings().isEmpty()
        ? Notice.info(sentence)
        : Notice.warning(sentence + " " + String.join(" ", report.warnings()));
  }

  private static ExportReport write(SteeringVector vector, Path file) {
    return VectorFiles.write(
        vector.renamed(VectorFiles.baseName(file)),
        ExportOptions.of(VectorFormats.forFileName(String.valueOf(file.getFileName()))),
        file);
  }

  /** The pairs to extract from. */
  PairsViewModel pairs() {
    return pairs;
  }

  /** Where the hidden states are read. */
  ObjectProperty<Reading> readingProperty() {
    return reading;
  }

  /** How the differences become a direction. */
  ObjectProperty<ExtractionMethod> methodProperty() {
    return method;
  }

  /** Whether every direction is scaled to length 1. */
  BooleanProperty normalisedProperty() {
    return normalised;
  }

  /** How a question is put to the model. */
  ObjectProperty<PromptForm> formProperty() {
    return form;
  }

  /** The user turn of {@link PromptForm#OWN}. */
  StringProperty ownTemplateProperty() {
    return ownTemplate;
  }

  /** What was extracted last; null before. */
  ReadOnlyObjectProperty<@Nullable ExtractedVector> resultProperty() {
    return result.getReadOnlyProperty();
  }
}
