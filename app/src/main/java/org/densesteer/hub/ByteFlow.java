package org.densesteer.hub;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, taken piece by piece. Unlike the JDK's stream it notices when nothing
 * comes any more, and can be left while it waits.
 */
final class ByteFlow implements HttpResponse.BodySubscriber<ByteFlow>, AutoCloseable {

  /** Pieces, then at most one end: complete when {@code error} is null. */
  private record Event(@Nullable List<ByteBuffer> pieces, @Nullable Throwable error) {}

  private static final int AHEAD = 8;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  private volatile boolean closed;

  @Override
  public CompletionStage<ByteFlow> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription source) {
    if (!subscription.compareAndSet(null, source) || closed) {
      source.cancel();
    } else {
      source.request(AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    events.add(new Event(pieces, null));
  }

  @Override
  public void onError(Throwable error) {
    events.add(new Event(null, error));
  }

  @Override
  public void onComplete() {
    events.add(new Event(null, null));
  }

  /**
   * Waits for the next pieces.
   *
   * @return the pieces, or null at the end of the body
   * @throws TransientFault when nothing came for {@code stall}, or the connection broke
   * @throws IOException when {@code watch} gave up
   */
  @Nullable List<ByteBuffer> next(Duration stall, Watch watch) throws IOException {
    long end = System.nanoTime() + stall.toNanos();
    while (true) {
      watch.check();
      Event event = poll();
      if (event != null) {
        return taken(event);
      }
      if (System.nanoTime() - end > 0) {
        throw new TransientFault(
            "nothing arrived for " + Math.max(1, stall.toSeconds()) + " seconds");
      }
    }
  }

  /** Drops the connection when the body was not read to its end. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription source = subscription.get();
    if (source != null) {
      source.cancel();
    }
  }

  private @Nullable Event poll() {
    try {
      return events.poll(Watch.SLICE, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Watch.interrupted();
    }
  }

  private @Nullable List<ByteBuffer> taken(Event event) throws IOException {
    if (event.error() != null) {
      throw NetworkFaults.broken(event.error());
    }
    Flow.Subscription source = subscription.get();
    if (event.pieces() != null && source != null) {
      source.request(1);
    }
    return event.pieces();
  }
}
