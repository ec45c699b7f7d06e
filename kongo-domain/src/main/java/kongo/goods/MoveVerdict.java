package kongo.goods;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.violation.Refusal;
import kongo.violation.RefusedOffsets;
import kongo.violation.Source;

/** What becomes of the moves of a batch: new, repeated or refused. */
record MoveVerdict(
    List<Move> fresh, List<Long> offsets, List<Long> timestamps, List<Refusal> refusals, int duplicates) {

  static MoveVerdict of(
      MoveBatch batch, GoodsFacts facts, RefusedOffsets refusedBefore, long lastOffset, long retentionMillis) {
    MoveVerdict verdict =
        new MoveVerdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
    int duplicates = 0;
    long newest = facts.newest();
    Set<Move> begun = new HashSet<>();
    for (int i = 0; i < batch.moves().size(); i++) {
      Move move = batch.moves().get(i);
      boolean seen = facts.knows(move) || begun.contains(move);
      boolean acceptedBefore = batch.offsets()[i] <= lastOffset && !refusedBefore.contains(batch.offsets()[i]);
      boolean repeated = acceptedBefore && (seen || facts.hasClosed(move.time()));
      if (!repeated && newest - move.time() > retentionMillis) {
        verdict.refusals.add(new Refusal(batch.offsets()[i], Refusal.Reason.TOO_LATE));
      } else if (seen || repeated) {
        duplicates++;
      } else {
        begun.add(move);
        verdict.take(move, batch.offsets()[i], batch.timestamps()[i]);
        newest = Math.max(newest, move.time());
      }
    }
    return new MoveVerdict(List.copyOf(verdict.fresh), verdict.offsets, verdict.timestamps, verdict.refusals, duplicates);
  }

  private void take(Move move, long offset, long timestamp) {
    fresh.add(move);
    offsets.add(offset);
    timestamps.add(timestamp);
  }

  /** Whether there is nothing to journal: a refusal that was judged before is in the journal already. */
  boolean isEmpty(long lastOffset) {
    return fresh.isEmpty() && refusals.stream().allMatch(refusal -> refusal.offset() <= lastOffset);
  }

  MovesAccepted event(Source source, List<String> touched, long closedBefore) {
    return new MovesAccepted(
        source,
        fresh,
        offsets.stream().mapToLong(Long::longValue).toArray(),
        timestamps.stream().mapToLong(Long::longValue).toArray(),
        refusals.stream().mapToLong(Refusal::offset).toArray(),
        touched,
        closedBefore);
  }
}
