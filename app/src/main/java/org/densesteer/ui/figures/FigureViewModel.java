package org.densesteer.ui.figures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.common.FaultException;
import org.densesteer.figure.FigureFormat;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.PngFigure;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.SavedFigure;
import org.densesteer.ui.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A figure on its way to a file: in which format, and how large. */
final class FigureViewModel {

  private final FigureSource source;
  private final Settings settings;
  private final TaskRunner tasks;
  private final Notices notices;
  private final ObjectProperty<FigureFormat> format = new SimpleObjectProperty<>(FigureFormat.PDF);
  private final ObjectProperty<FigurePlace> place = new SimpleObjectProperty<>();
  private final DoubleProperty width = new SimpleDoubleProperty();
  private final DoubleProperty height = new SimpleDoubleProperty();
  private final DoubleProperty text = new SimpleDoubleProperty();
  private final DoubleProperty dpi = new SimpleDoubleProperty();
  private final ReadOnlyObjectWrapper<@Nullable BufferedImage> preview =
      new ReadOnlyObjectWrapper<>();

  /** Remembered choices for another figure. */
  FigureViewModel(FigureSource source, Settings settings, TaskRunner tasks, Notices notices) {
    this.source = source;
    this.settings = settings;
    this.tasks = tasks;
    this.notices = notices;
    SavedFigure last = settings.figureProperty().get();
    for (FigureFormat each : FigureFormat.values()) {
      if (each.ending().equals(last.format())) {
        format.set(each);
      }
    }
    place.set(FigurePlace.named(last.place()));
    width.set(last.widthMm());
    height.set(last.heightMm());
    text.set(last.textPoints());
    dpi.set(last.dpi());
  }

  /**
   * The chosen size.
   *
   * @throws FaultException when no figure can have it
   */
  FigureSize size() {
    FigureSize fixed = place.get().size();
    return fixed == null ? new FigureSize(width.get(), height.get(), text.get()) : fixed;
  }

  /**
   * Draws it as it would be saved, in the background.
   *
   * @param pixels most pixels in width and height
   */
  void drawPreview(int pixels) {
    FigureSize size;
    try {
      size = size();
    } catch (FaultException e) {
      preview.set(null);
      return;
    }
    double inches = Math.max(size.widthMm(), size.heightMm()) / 25.4;
    int fine = (int) Math.max(10, pixels / inches);
    tasks.start(
        "Drawing the figure",
        (progress, cancellation) -> PngFigure.picture(source.drawing().apply(size), fine),
        preview::set,
        notices::fail);
  }

  /** A name for the file. */
  String suggestedName() {
    return source.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "." + format.get().ending();
  }

  /** Keeps the choices and writes the file in the background. */
  void save(Path file) {
    FigureSize size = size();
    FigureFormat chosen = format.get();
    int fine = (int) dpi.get();
    settings
        .figureProperty()
        .set(
            new SavedFigure(
                chosen.ending(), place.get().name(), width.get(), height.get(), text.get(), fine));
    tasks.start(
        "Writing " + file.getFileName(),
        (progress, cancellation) -> {
          chosen.save(source.drawing().apply(size), source.origin(), fine, file);
          return file;
        },
        written ->
            notices.show(
                Notice.info("Wrote " + written + ", with the settings it was made with inside.")),
        notices::fail);
  }

  /** Tells why the choices cannot be. */
  void refuse(FaultException why) {
    notices.fail(why);
  }

  /** PDF, SVG or PNG. */
  ObjectProperty<FigureFormat> formatProperty() {
    return format;
  }

  /** What it is for. */
  ObjectProperty<FigurePlace> placeProperty() {
    return place;
  }

  /** Own width in millimetres. */
  DoubleProperty widthProperty() {
    return width;
  }

  /** Own height in millimetres. */
  DoubleProperty heightProperty() {
    return height;
  }

  /** Own size of text in points. */
  DoubleProperty textProperty() {
    return text;
  }

  /** Pixels per inch of a picture. */
  DoubleProperty dpiProperty() {
    return dpi;
  }

  /** What it would look like; null while that is not known. */
  ReadOnlyObjectProperty<@Nullable BufferedImage> previewProperty() {
    return preview.getReadOnlyProperty();
  }
}
