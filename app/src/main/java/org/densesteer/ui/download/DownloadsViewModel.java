package org.densesteer.ui.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.common.FaultException;
import org.densesteer.hub.ModelCatalogue;
import org.densesteer.hub.ModelName;
import org.densesteer.hub.ModelStore;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.model.memory.MemoryProbe;
import org.densesteer.ui.common.Lists;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** Models to get, and those on their way. */
final class DownloadsViewModel {

  /**
   * What the advice on a model depends on.
   *
   * @param hasToken whether there is an access token
   * @param free memory that is free
   */
  record Surroundings(boolean hasToken, FreeMemory free) {}

  private final ModelStore store;
  private final ModelViewModel models;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Executor windowThread;

  private final ObservableList<CatalogueOffer> offers = FXCollections.observableArrayList();
  private final ObservableList<Download> downloads = FXCollections.observableArrayList();
  private final StringProperty repo = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Surroundings> surroundings =
      new ReadOnlyObjectWrapper<>();
  private final ObjectBinding<@Nullable CatalogueOffer> chosen =
      Bindings.createObjectBinding(this::findChosen, repo, offers);
  private boolean watched;

  /**
   * The catalogue, before anybody looked what of it is here.
   *
   * @param windowThread runs what must happen on the window's thread
   */
  DownloadsViewModel(
      ModelStore store,
      ModelViewModel models,
      TaskRunner tasks,
      Notices notices,
      Executor windowThread) {
    this.store = store;
    this.models = models;
    this.tasks = tasks;
    this.notices = notices;
    this.windowThread = windowThread;
    offers.setAll(
        ModelCatalogue.entries().stream()
            .map(entry -> new CatalogueOffer(entry, Optional.empty()))
            .toList());
    repo.addListener((property, before, now) -> problem.set(""));
  }

  /** Looks in the background which models are here, for the token, and at the free memory. */
  void refresh() {
    tasks.quietly(
        () -> {
          List<CatalogueOffer> now =
              ModelCatalogue.entries().stream()
                  .map(entry -> new CatalogueOffer(entry, store.whole(ModelName.of(entry.id()))))
                  .toList();
          Surroundings found = new Surroundings(hasToken(), MemoryProbe.free());
          windowThread.execute(
              () -> {
                Lists.become(offers, now);
                surroundings.set(found);
              });
        });
  }

  /** A token that cannot be read is none; a download says what is wrong with it. */
  private boolean hasToken() {
    try {
      return store.hasToken();
    } catch (FaultException e) {
      return false;
    }
  }

  /** Gets the model whose name was typed or chosen, or lets it go on if it is on its way. */
  void download() {
    try {
      ModelName wanted = ModelName.parse(repo.get());
      problem.set("");
      download(wanted);
    } catch (FaultException e) {
      problem.set(String.valueOf(e.getMessage()));
    }
  }

  /** Gets a model, or lets it go on if it is on its way. */
  void download(ModelName wanted) {
    Optional<Download> known =
        downloads.stream().filter(each -> each.model().equals(wanted)).findFirst();
    if (known.isPresent() && !known.get().stateProperty().get().ended()) {
      known.get().resume();
      return;
    }
    known.ifPresent(downloads::remove);
    Download download = new Download(wanted);
    downloads.add(0, download);
    download.start(store, tasks, failure -> ended(download, failure));
  }

  private void ended(Download download, @Nullable Throwable failure) {
    refresh();
    if (watched || failure instanceof CancellationException) {
      return;
    }
    if (failure != null) {
      notices.fail(failure);
    } else {
      notices.show(Notice.offer(download.model() + " is here.", "Open it", () -> open(download)));
    }
  }

  /** Loads a model that has arrived. */
  void open(Download download) {
    Path folder = download.folder();
    if (folder != null) {
      notices.dismiss();
      models.open(Source.model(folder));
    }
  }

  /** Loads a model that is here. */
  void open(CatalogueOffer offer) {
    offer.folder().map(Source::model).ifPresent(models::open);
  }

  /** Takes an ended download off the list. */
  void forget(Download download) {
    if (download.stateProperty().get().ended()) {
      downloads.remove(download);
    }
  }

  /** Says whether a person looks at the downloads; if not, their end is told by a notice. */
  void watched(boolean now) {
    watched = now;
    if (now) {
      refresh();
    }
  }

  private @Nullable CatalogueOffer findChosen() {
    String name = repo.get().strip();
    return offers.stream()
        .filter(offer -> offer.entry().repo().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /** Where models lie. */
  Path folder() {
    return store.folder();
  }

  /** The models of the catalogue. */
  ObservableList<CatalogueOffer> offers() {
    return offers;
  }

  /** Downloads of this session, the latest first. */
  ObservableList<Download> downloads() {
    return downloads;
  }

  /** The model that was typed or chosen. */
  StringProperty repoProperty() {
    return repo;
  }

  /** The offer whose name was typed or chosen; null when it is none of the catalogue's. */
  ObservableValue<@Nullable CatalogueOffer> chosenProperty() {
    return chosen;
  }

  /** What is wrong with the name, one sentence; empty when nothing is. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Token and memory; null before they were looked at. */
  ReadOnlyObjectProperty<@Nullable Surroundings> surroundingsProperty() {
    return surroundings.getReadOnlyProperty();
  }
}
