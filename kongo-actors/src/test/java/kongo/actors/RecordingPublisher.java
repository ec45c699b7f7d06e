package kongo.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kongo.effect.Effect;
import kongo.goods.ViolationRevised;
import kongo.violation.Revision;
import org.apache.pekko.Done;

/** Keeps what is published; acknowledges at once, or when it is told to. */
final class RecordingPublisher implements EffectPublisher {

  private final LinkedBlockingQueue<List<Effect>> published = new LinkedBlockingQueue<>();
  private final Queue<CompletableFuture<Done>> held = new ConcurrentLinkedQueue<>();
  private volatile boolean holding;

  @Override
  public CompletionStage<Done> publish(List<Effect> effects) {
    CompletableFuture<Done> acknowledgement = new CompletableFuture<>();
    if (holding) {
      held.add(acknowledgement);
    } else {
      acknowledgement.complete(Done.getInstance());
    }
    published.add(new ArrayList<>(effects));
    return acknowledgement;
  }

  void hold() {
    holding = true;
  }

  void acknowledge() {
    holding = false;
    held.forEach(one -> one.complete(Done.getInstance()));
    held.clear();
  }

  void refuseOnce() {
    holding = false;
    held.forEach(one -> one.completeExceptionally(new IllegalStateException("planted: Kafka is away")));
    held.clear();
  }

  List<Revision> next() throws InterruptedException {
    return ViolationRevised.among(nextEffects());
  }

  List<Effect> nextEffects() throws InterruptedException {
    List<Effect> next = published.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was published");
    }
    return next;
  }

  boolean isQuiet() {
    return published.isEmpty();
  }
}
