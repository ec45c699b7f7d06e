package kongo.ingest;

import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.stream.Ask;
import org.apache.pekko.Done;

/** What the work of one lane needs of the node. */
interface Outside {

  CompletionStage<Outcome<GoodsReply>> ask(Ask.OfGoods ask, Origins origins);

  CompletionStage<Outcome<LocationReply>> ask(Ask.OfLocation ask, Origins origins);

  CompletionStage<Done> bury(List<DeadLetters.Letter> letters);

  void duplicates(int records);

  /** How many asks have been repeated, and wait on without taking a place from others. */
  int stuck();
}
