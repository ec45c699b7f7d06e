package kongo.baseline.watch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one record of the registry topic. */
public final class RegistryJson {

  private String type = "";
  private final List<String> categories = new ArrayList<>();

  private RegistryJson() {}

  /** The categories of a Goods; none if the record is not about a Goods. */
  public static List<String> categories(byte[] record) {
    RegistryJson registry = new RegistryJson();
    return Json.read(record, registry::take) && registry.type.equals("GOODS") ? registry.categories : List.of();
  }

  private void take(String name, JsonParser json) throws IOException {
    switch (name) {
      case "type" -> type = json.getText();
      case "categories" -> takeCategories(json);
      default -> json.skipChildren();
    }
  }

  private void takeCategories(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        categories.add(json.getText());
      }
    }
  }
}
