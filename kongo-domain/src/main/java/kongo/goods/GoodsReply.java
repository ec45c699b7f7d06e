package kongo.goods;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceAt;
import kongo.violation.Refusal;

/** What a Goods answers once its event is durable and its violations are published. */
public record GoodsReply(List<Refusal> refusals, int duplicates, List<Told> told, Optional<PlaceAt> place) {}
