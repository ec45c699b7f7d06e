package kongo.host.cluster;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kongo.host.ExitStatus;
import kongo.host.Halt;
import kongo.host.settings.ClusterSettings;
import kongo.host.store.LeaseRows;
import kongo.host.store.LeaseRows.Holding;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.JoinSeedNodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a node into the one cluster of its keyspace. The cluster holds a lease: its oldest member
 * renews it, the others watch it and renew it when it was not. A node begins a cluster only when it gets that lease, so
 * that a seed node that is cut off cannot begin a second one.
 */
public final class Formation implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Formation.class);
  private static final String LEASE = "cluster";
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration LATER_SEEDS_WAIT = Duration.ofSeconds(2);
  private static final int TICKS_BETWEEN_NOTICES = 5;
  /** Much longer than it takes to decide about a node that is lost, which is all that a newcomer has to wait for. */
  private static final Duration LONGEST_JOINING = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final ClusterSettings settings;
  private final LeaseRows leases;
  private final Halt halt;
  private final long begun = System.nanoTime();
  private final CompletableFuture<Done> up = new CompletableFuture<>();
  private final ScheduledExecutorService ticker;
  private Optional<String> lease = Optional.empty();
  private Set<Address> asked = Set.of();
  private OptionalLong joiningSince = OptionalLong.empty();
  private int ticks;

  private Formation(ActorSystem<?> system, ClusterSettings settings, LeaseRows leases, Halt halt) {
    this.cluster = Cluster.get(system);
    this.settings = settings;
    this.leases = leases;
    this.halt = halt;
    this.ticker = Executors.newSingleThreadScheduledExecutor(Formation::thread);
  }

  /** Starts joining; members keep the lease from then on, and the last one that leaves gives it back. */
  public static Formation start(ActorSystem<?> system, ClusterSettings settings, LeaseRows leases, Halt halt) {
    var formation = new Formation(system, settings, leases, halt);
    formation.ticker.scheduleWithFixedDelay(formation::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    org.apache.pekko.cluster.Cluster.get(system.classicSystem()).registerOnMemberUp(formation::lookAtOnce);
    CoordinatedShutdown.get(system)
        .addTask(CoordinatedShutdown.PhaseClusterExitingDone(), "give-back-cluster-lease", formation::leave);
    return formation;
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "kongo-cluster-lease");
    thread.setDaemon(true);
    return thread;
  }

  /** Done when this node is a full member. */
  public CompletionStage<Done> up() {
    return up;
  }

  /** A start need not wait for the next tick. */
  private void lookAtOnce() {
    try {
      ticker.execute(this::tick);
    } catch (RejectedExecutionException e) {
      LOG.debug("It has left meanwhile");
    }
  }

  private void tick() {
    try {
      ticks++;
      if (isMember()) {
        keepLease();
        // Of one that is weakly up not all members need have heard.
        if (cluster.selfMember().status() != MemberStatus.weaklyUp()) {
          up.complete(Done.getInstance());
        }
      } else if (!isGone()) {
        endIfForgotten();
        join();
      }
    } catch (RuntimeException e) {
      LOG.warn("The cluster's lease is out of reach, trying again: {}", e.getMessage());
    }
  }

  private boolean isMember() {
    MemberStatus status = cluster.selfMember().status();
    return status == MemberStatus.up() || status == MemberStatus.weaklyUp() || status == MemberStatus.leaving();
  }

  private boolean isGone() {
    MemberStatus status = cluster.selfMember().status();
    return cluster.isTerminated()
        || status == MemberStatus.exiting()
        || status == MemberStatus.down()
        || (status == MemberStatus.removed() && up.isDone());
  }

  /** Whoever let it in may have died before it told the others, and then they will never take it for a member. */
  private void endIfForgotten() {
    if (cluster.selfMember().status() != MemberStatus.joining()) {
      return;
    }
    long now = System.nanoTime();
    joiningSince = OptionalLong.of(joiningSince.orElse(now));
    if (now - joiningSince.getAsLong() > LONGEST_JOINING.toNanos()) {
      halt.now(
          ExitStatus.NOT_JOINED,
          "A node of the cluster let this one in, but it has not become a member in %d s; it ends, to ask again when it is started again."
              .formatted(LONGEST_JOINING.toSeconds()));
    }
  }

  private void join() {
    if (lease.isPresent()) {
      return;
    }
    Optional<Holding> holder = await(leases.holder(LEASE));
    askOthers(holder);
    if (mayForm() && takes(holder)) {
      LOG.info("No cluster is there: beginning one at {}", self());
      cluster.manager().tell(Join.create(self()));
    } else if (ticks % TICKS_BETWEEN_NOTICES == 0) {
      LOG.info("Waiting to join the cluster of {}", holder.map(Holding::members).orElse("the seed nodes"));
    }
  }

  /** The seed nodes, and the members that the lease names: a node that has only itself as a seed finds them too. */
  private void askOthers(Optional<Holding> holder) {
    Set<Address> others = new LinkedHashSet<>(seeds());
    holder.ifPresent(holding -> others.addAll(addresses(holding.members())));
    others.remove(self());
    if (!others.isEmpty() && !others.equals(asked)) {
      asked = others;
      cluster.manager().tell(new JoinSeedNodes(List.copyOf(others)));
    }
  }

  private List<Address> seeds() {
    Address self = self();
    return settings.seedNodes().isEmpty()
        ? List.of(self)
        : settings.seedNodes().stream()
            .map(seed -> new Address(self.protocol(), self.system(), seed.host(), seed.port()))
            .toList();
  }

  private boolean mayForm() {
    return asked.isEmpty() || System.nanoTime() - begun > beforeForming().toNanos();
  }

  /** Those that are no seed nodes come last: the seed nodes may have been replaced long ago, and then nobody else would. */
  private Duration beforeForming() {
    List<Address> seeds = seeds();
    int place = seeds.indexOf(self());
    Duration lastSeed = settings.formAfter().plus(LATER_SEEDS_WAIT.multipliedBy(seeds.size()));
    return place < 0 ? lastSeed.plus(settings.leaseTtl()) : settings.formAfter().plus(LATER_SEEDS_WAIT.multipliedBy(place));
  }

  private boolean takes(Optional<Holding> holder) {
    var mine = new Holding(self() + "#" + UUID.randomUUID(), self().toString());
    if (holder.isPresent() && !wasAlone(holder.get())) {
      return false;
    }
    // The port is bound here, so a cluster whose only member had this address is dead.
    boolean taken =
        holder.isPresent()
            ? await(leases.replace(LEASE, holder.get().owner(), mine, settings.leaseTtl())).filter(mine::equals).isPresent()
            : await(leases.take(LEASE, mine, settings.leaseTtl())).equals(mine);
    lease = taken ? Optional.of(mine.owner()) : Optional.empty();
    return taken;
  }

  private boolean wasAlone(Holding holder) {
    return holder.members().equals(self().toString());
  }

  private void keepLease() {
    if (lease.isEmpty()) {
      lease = await(leases.holder(LEASE)).map(Holding::owner);
    } else if (!isKept(lease.get())) {
      renew(lease.get());
    }
  }

  /** Whether somebody older does it, in time, and it is still ours. */
  private boolean isKept(String owner) {
    long older = older();
    Duration enough = settings.leaseTtl().multipliedBy(2).dividedBy(older == 1 ? 3 : 4);
    return older > 0
        && await(leases.glance(LEASE))
            .filter(seen -> seen.owner().equals(owner) && seen.left().compareTo(enough) >= 0)
            .isPresent();
  }

  private long older() {
    Member self = cluster.selfMember();
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
        .filter(member -> member.isOlderThan(self))
        .count();
  }

  private void renew(String owner) {
    var ours = new Holding(owner, members());
    Holding holder =
        await(leases.renew(LEASE, ours, settings.leaseTtl()))
            .orElseGet(() -> await(leases.take(LEASE, ours, settings.leaseTtl())));
    if (!holder.owner().equals(ours.owner())) {
      halt.now(
          ExitStatus.FENCED,
          "Another cluster (%s) has the lease of this keyspace; this node ends.".formatted(holder.members()));
    }
  }

  private String members() {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
        .filter(member -> member.status() != MemberStatus.removed() && member.status() != MemberStatus.down())
        .map(member -> member.address().toString())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static List<Address> addresses(String members) {
    return members.isEmpty()
        ? List.of()
        : java.util.Arrays.stream(members.split(",")).map(AddressFromURIString::parse).toList();
  }

  private CompletionStage<Done> leave() {
    return CompletableFuture.supplyAsync(this::giveBackIfLast, ticker);
  }

  private Done giveBackIfLast() {
    Set<String> others = new LinkedHashSet<>();
    cluster.state().getMembers().forEach(member -> others.add(member.address().toString()));
    others.remove(self().toString());
    if (others.isEmpty() && lease.isPresent()) {
      await(leases.release(LEASE, lease.get()));
    }
    close();
    return Done.getInstance();
  }

  private Address self() {
    return cluster.selfMember().address();
  }

  private static <T> T await(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }

  @Override
  public void close() {
    ticker.shutdown();
  }
}
