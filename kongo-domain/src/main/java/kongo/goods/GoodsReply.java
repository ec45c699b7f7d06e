package kongo.goods;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceAt;
import kongo.violation.Refusal;

/**
 * What a Goods answers once its event is durable and its violations are published.
 *
 * @param untold what else has to be told; each to be asked for
 */
public record GoodsReply(
    List<Refusal> refusals, int duplicates, List<Told> told, List<Untold> untold, Optional<PlaceAt> place) {}
