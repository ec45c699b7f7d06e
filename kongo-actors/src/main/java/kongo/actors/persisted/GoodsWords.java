package kongo.actors.persisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Goods said to Locations in version 1: always all their stays there, and nothing of a known expiry. */
final class GoodsWords {

  private GoodsWords() {}

  static void said(JsonNode words) {
    for (JsonNode word : words) {
      ((ObjectNode) word).put("previous", 0).put("from", Long.MIN_VALUE).put("expiryKnown", false);
    }
  }

  /** As a Location kept them. */
  static void kept(JsonNode words) {
    for (JsonNode word : words) {
      ObjectNode goods = (ObjectNode) word;
      goods.remove("cause");
      goods.put("expiryKnown", false).put("complete", goods.get("version").asLong()).putArray("ahead");
    }
  }
}
