package kongo.location;

import java.util.List;
import kongo.goods.ExpiryEvidence;
import kongo.violation.Refusal;

/** What a Location answers once its event is durable and its violations are published. */
public record LocationReply(List<Refusal> refusals, int duplicates, List<ExpiryEvidence> evidence) {}
