package kongo.goods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.violation.Correction;
import kongo.violation.Refusal;
import kongo.violation.RefusedOffsets;

/** What becomes of the records of a batch: new, repeated or refused. */
final class MoveVerdict {

  /** What makes a record a repetition of another one, or its contradiction. */
  private record Numbered(Move move, int number) {}

  private final MoveBatch batch;
  private final GoodsFacts facts;
  private final Judged before;
  private final List<MoveSaid> fresh = new ArrayList<>();
  private final Map<Numbered, MoveSaid> begun = new HashMap<>();
  private final List<Long> offsets = new ArrayList<>();
  private final List<Long> timestamps = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private int duplicates;
  private long newest;

  /**
   * What was judged before.
   *
   * @param refusedForConflict those of the refused ones that said otherwise than an accepted one
   * @param lastOffset highest offset judged
   */
  record Judged(RefusedOffsets refused, RefusedOffsets refusedForConflict, long lastOffset) {

    boolean accepted(long offset) {
      return offset <= lastOffset && !refused.contains(offset);
    }
  }

  private MoveVerdict(MoveBatch batch, GoodsFacts facts, Judged before) {
    this.batch = batch;
    this.facts = facts;
    this.before = before;
    this.newest = facts.newest();
  }

  static MoveVerdict of(MoveBatch batch, GoodsFacts facts, Judged before, long retentionMillis) {
    MoveVerdict verdict = new MoveVerdict(batch, facts, before);
    for (int i = 0; i < batch.moves().size(); i++) {
      verdict.judge(i, retentionMillis);
    }
    return verdict;
  }

  private void judge(int i, long retentionMillis) {
    MoveSaid said = new MoveSaid(batch.moves().get(i), batch.correction(i));
    long offset = batch.offsets()[i];
    Optional<MoveSaid> known = known(said);
    boolean repeated = before.accepted(offset) && (known.isPresent() || facts.hasClosed(said.move().time()));
    if (before.refusedForConflict().contains(offset)) {
      refusals.add(new Refusal(offset, Refusal.Reason.CONFLICT));
    } else if (!repeated && newest - said.move().time() > retentionMillis) {
      refusals.add(new Refusal(offset, Refusal.Reason.TOO_LATE));
    } else if (known.isPresent() && known.get().isVoid() != said.isVoid()) {
      refusals.add(new Refusal(offset, Refusal.Reason.CONFLICT));
    } else if (known.isPresent() || repeated) {
      duplicates++;
    } else {
      take(said, i);
    }
  }

  /** The accepted record of that move and of the same number, whatever it says. */
  private Optional<MoveSaid> known(MoveSaid said) {
    Optional<MoveSaid> ofBatch = Optional.ofNullable(begun.get(new Numbered(said.move(), said.number())));
    return ofBatch.or(() -> facts.known(said.move(), said.number()).map(KnownMove::said));
  }

  private void take(MoveSaid said, int i) {
    begun.put(new Numbered(said.move(), said.number()), said);
    fresh.add(said);
    offsets.add(batch.offsets()[i]);
    timestamps.add(batch.timestamps()[i]);
    newest = Math.max(newest, said.move().time());
  }

  List<MoveSaid> fresh() {
    return fresh;
  }

  /** Offsets of the fresh ones. */
  long[] offsets() {
    return numbers(offsets);
  }

  List<Refusal> refusals() {
    return refusals;
  }

  int duplicates() {
    return duplicates;
  }

  /** Whether there is nothing to journal: a refusal that was judged before is in the journal already. */
  boolean isEmpty() {
    return fresh.isEmpty() && refusals.stream().allMatch(refusal -> refusal.offset() <= before.lastOffset());
  }

  MovesAccepted event(List<String> touched, long closedBefore, long law) {
    return new MovesAccepted(
        batch.source(),
        fresh.stream().map(MoveSaid::move).toList(),
        numbers(offsets),
        numbers(timestamps),
        Correction.sparse(fresh.stream().mapToInt(MoveSaid::correction).toArray()),
        refusals.stream().mapToLong(Refusal::offset).toArray(),
        refusals.stream()
            .filter(refusal -> refusal.reason() == Refusal.Reason.CONFLICT)
            .mapToLong(Refusal::offset)
            .toArray(),
        touched,
        closedBefore,
        law);
  }

  private static long[] numbers(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
