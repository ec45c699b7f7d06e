package kongo.goods;

import kongo.registry.Registration;
import kongo.violation.Cause;

/** What a Goods is asked to take in. */
public sealed interface GoodsCommand {

  record TakeMoves(MoveBatch batch) implements GoodsCommand {}

  /** A registry record of this id, whatever its type: the last one counts. */
  record TakeRegistration(Registration registration, Cause cause) implements GoodsCommand {}

  record TakeEvidence(ExpiryEvidence evidence) implements GoodsCommand {}
}
