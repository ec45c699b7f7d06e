package kongo.host.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import kongo.host.store.LeaseRows;
import kongo.host.store.LeaseRows.Holding;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.coordination.lease.LeaseSettings;
import org.apache.pekko.coordination.lease.javadsl.Lease;

/**
 * Pekko's lease as a row in Cassandra: taken and renewed by lightweight transactions, ended by its TTL. It counts as
 * held only until its TTL counted from before the last renewal was sent, so never longer than the row.
 */
public final class CassandraLease extends Lease {

  private static final Consumer<Optional<Throwable>> NOBODY = cause -> {};

  private final LeaseSettings settings;
  private final ExtendedActorSystem system;
  private final LeaseSetup setup;
  private final Holding self;
  private final Duration ttl;
  private final Object lock = new Object();
  private Consumer<Optional<Throwable>> onLost = NOBODY;
  private Cancellable renewal = Cancellable.alreadyCancelled();
  private boolean held;
  private long heldUntil;

  public CassandraLease(LeaseSettings settings, ExtendedActorSystem system) {
    this.settings = settings;
    this.system = system;
    this.setup =
        system.settings().setup().get(LeaseSetup.class)
            .orElseThrow(() -> new IllegalStateException("The actor system was started without a LeaseSetup"));
    // An owner that was started again is another owner: it knows nothing of what its predecessor held.
    this.self = new Holding(settings.ownerName() + "#" + UUID.randomUUID(), "");
    this.ttl = settings.timeoutSettings().getHeartbeatTimeout();
  }

  @Override
  public LeaseSettings getSettings() {
    return settings;
  }

  @Override
  public CompletionStage<Boolean> acquire() {
    return acquire(NOBODY);
  }

  @Override
  public CompletionStage<Boolean> acquire(Consumer<Optional<Throwable>> leaseLost) {
    long sent = System.nanoTime();
    return timed(rows -> rows.take(settings.leaseName(), self, ttl))
        .thenCompose(holder -> isSelf(Optional.of(holder)) ? extended() : done(false))
        .thenApply(taken -> taken ? hold(sent, leaseLost) : taken);
  }

  /** The row may be from an earlier taking whose answer was lost, and end sooner. */
  private CompletionStage<Boolean> extended() {
    return timed(rows -> rows.renew(settings.leaseName(), self, ttl)).thenApply(this::isSelf);
  }

  private boolean isSelf(Optional<Holding> holder) {
    return holder.map(Holding::owner).filter(self.owner()::equals).isPresent();
  }

  private boolean hold(long sent, Consumer<Optional<Throwable>> leaseLost) {
    synchronized (lock) {
      onLost = leaseLost;
      held = true;
      heldUntil = sent + ttl.toNanos();
      renewal.cancel();
      Duration interval = settings.timeoutSettings().getHeartbeatInterval();
      renewal = system.scheduler().scheduleAtFixedRate(interval, interval, this::renew, system.dispatcher());
      return true;
    }
  }

  private void renew() {
    long sent = System.nanoTime();
    timed(rows -> rows.renew(settings.leaseName(), self, ttl)).whenComplete((holder, failure) -> onRenewed(sent, holder, failure));
  }

  private void onRenewed(long sent, Optional<Holding> holder, Throwable failure) {
    if (failure != null) {
      loseIfEnded(failure);
    } else if (isSelf(holder)) {
      extend(sent);
    } else {
      lose(Optional.empty());
    }
  }

  private void extend(long sent) {
    synchronized (lock) {
      heldUntil = Math.max(heldUntil, sent + ttl.toNanos());
    }
  }

  private void loseIfEnded(Throwable failure) {
    if (!checkLease()) {
      lose(Optional.of(failure));
    }
  }

  private void lose(Optional<Throwable> cause) {
    Consumer<Optional<Throwable>> told;
    synchronized (lock) {
      told = held ? onLost : NOBODY;
      held = false;
      renewal.cancel();
    }
    told.accept(cause);
  }

  @Override
  public CompletionStage<Boolean> release() {
    synchronized (lock) {
      held = false;
      renewal.cancel();
    }
    return timed(rows -> rows.release(settings.leaseName(), self.owner()));
  }

  @Override
  public boolean checkLease() {
    synchronized (lock) {
      return held && System.nanoTime() - heldUntil < 0;
    }
  }

  private <T> CompletionStage<T> timed(Function<LeaseRows, CompletionStage<T>> request) {
    long timeout = settings.timeoutSettings().getOperationTimeout().toMillis();
    return setup.rows().thenCompose(request).orTimeout(timeout, TimeUnit.MILLISECONDS);
  }

  private static CompletionStage<Boolean> done(boolean value) {
    return CompletableFuture.completedFuture(value);
  }
}
