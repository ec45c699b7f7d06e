package kongo.simulator.world;

import java.util.SplittableRandom;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.simulator.RecordSink;

/** The RFID gates: they miss some moves, and read many tags again. */
final class Gate {

  private static final long SOONEST_REPEAT = 50;
  private static final long LATEST_REPEAT = 5_000;

  private final SplittableRandom random;
  private final SteadySettings settings;
  private final Agenda agenda;
  private final long latestRepeat;

  /** @param leastStay in milliseconds, so that a tag is not read again where it has already left */
  Gate(SplittableRandom random, SteadySettings settings, Agenda agenda, long leastStay) {
    this.random = random;
    this.settings = settings;
    this.agenda = agenda;
    this.latestRepeat = Math.min(LATEST_REPEAT, Math.max(1, leastStay - 1));
  }

  void report(RecordSink sink, String goods, Move move) {
    if (Draw.chance(random, settings.missedReads())) {
      return;
    }
    sink.move(goods, move);
    if (Draw.chance(random, settings.repeatedReads())) {
      agenda.enter(soonAfter(move), (now, out) -> repeat(out, goods, move, now));
    }
    if (move.type() == MoveType.LOAD && Draw.happens(random, settings.journeys().rereads())) {
      agenda.enter(soonAfter(move), (now, out) -> reread(out, goods, move.source(), now));
    }
  }

  private long soonAfter(Move move) {
    return move.time() + Draw.between(random, Math.min(SOONEST_REPEAT, latestRepeat), latestRepeat);
  }

  /** As if it came in, while it leaves. */
  private static long reread(RecordSink sink, String goods, String warehouse, long now) {
    sink.move(goods, new Move(MoveType.RECEIVE, now, warehouse, ""));
    return Agent.NEVER;
  }

  private static long repeat(RecordSink sink, String goods, Move move, long now) {
    sink.move(goods, new Move(move.type(), now, move.warehouse(), move.truck()));
    return Agent.NEVER;
  }
}
