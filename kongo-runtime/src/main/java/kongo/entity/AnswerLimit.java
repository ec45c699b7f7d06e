package kongo.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsReply;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.location.LocationReply;
import kongo.size.EncodedSize;

/**
 * How long an answer of an entity may be: what is longer would never arrive at another node. What does not fit is said in
 * further answers, which the stream asks for. What does not even fit alone makes the command fail before anything of it
 * is written, as a record does that an entity cannot take.
 *
 * @param bytes before compression
 */
public record AnswerLimit(int bytes) {

  public static final AnswerLimit NONE = new AnswerLimit(Integer.MAX_VALUE);

  /** An answer that can never be sent. */
  public static final class Exceeded extends RuntimeException {

    private Exceeded(String what, long bytes, int most) {
      super("%s is about %d bytes long, and nodes send each other %d at most".formatted(what, bytes, most));
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }

  /** With as many words as there is room for; of the others it is said whom they are for. */
  GoodsReply fitting(GoodsReply reply) {
    long bytes = EncodedSize.of(reply);
    if (bytes <= this.bytes) {
      return reply;
    }
    reply.told().forEach(this::checkAlone);
    List<Told> told = new ArrayList<>(reply.told());
    List<Untold> untold = new ArrayList<>(reply.untold());
    while (bytes > this.bytes && !told.isEmpty()) {
      Told last = told.remove(told.size() - 1);
      Untold later = new Untold(last.location(), last.goods().previous());
      untold.add(later);
      bytes += EncodedSize.of(later) - EncodedSize.of(last);
    }
    GoodsReply shorter = new GoodsReply(reply.refusals(), reply.duplicates(), told, untold, reply.place());
    return checked(shorter, bytes);
  }

  private void checkAlone(Told told) {
    GoodsReply alone = new GoodsReply(List.of(), 0, List.of(told), List.of(), Optional.empty());
    long bytes = EncodedSize.of(alone);
    if (bytes > this.bytes) {
      throw new Exceeded("What Goods %s says to Location %s".formatted(told.goods().goods(), told.location()), bytes, this.bytes);
    }
  }

  /** With as much evidence as there is room for; the rest is asked for later, as a next page is. */
  LocationReply fitting(LocationReply reply) {
    long bytes = EncodedSize.of(reply);
    if (bytes <= this.bytes) {
      return reply;
    }
    List<ExpiryEvidence> evidence = new ArrayList<>(reply.evidence());
    while (bytes > this.bytes && evidence.size() > 1) {
      bytes -= EncodedSize.of(evidence.remove(evidence.size() - 1));
    }
    boolean more = reply.moreEvidence() || evidence.size() < reply.evidence().size();
    return checked(new LocationReply(reply.refusals(), reply.duplicates(), evidence, more, reply.unheard(), reply.ahead()), bytes);
  }

  private <R> R checked(R reply, long bytes) {
    if (bytes > this.bytes) {
      throw new Exceeded("The answer", bytes, this.bytes);
    }
    return reply;
  }
}
