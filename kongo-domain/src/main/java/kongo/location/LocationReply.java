package kongo.location;

import java.util.List;
import kongo.goods.ExpiryEvidence;
import kongo.violation.Refusal;

/**
 * What a Location answers once its event is durable and its violations are published.
 *
 * @param evidence for Goods here whose use-by time has come, a page at most
 * @param moreEvidence whether there are more of these: to be asked for by {@link LocationCommand.FindExpired} when the
 *     Goods of this page have taken theirs and the Location has heard of it
 * @param unheard Goods of the command that have to say everything again, by {@link kongo.goods.GoodsCommand.SayAgain}
 * @param ahead whether words of the command wait for readings that are still to come: to be asked for by {@link LocationCommand.CatchUp}
 */
public record LocationReply(
    List<Refusal> refusals, int duplicates, List<ExpiryEvidence> evidence, boolean moreEvidence, List<Unheard> unheard, boolean ahead) {

  /** Nothing waits for readings. */
  public LocationReply(
      List<Refusal> refusals, int duplicates, List<ExpiryEvidence> evidence, boolean moreEvidence, List<Unheard> unheard) {
    this(refusals, duplicates, evidence, moreEvidence, unheard, false);
  }
}
