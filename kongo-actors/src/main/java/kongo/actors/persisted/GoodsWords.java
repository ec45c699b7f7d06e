package kongo.actors.persisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Goods said to Locations, in earlier versions. */
final class GoodsWords {

  private GoodsWords() {}

  /** Version 1 did not say whether an expiry is known: then it is told once more. */
  static void withExpiryUnknown(JsonNode words) {
    words.forEach(word -> ((ObjectNode) word).put("expiryKnown", false));
  }
}
