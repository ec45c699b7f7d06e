package kongo.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kongo.location.Books;
import kongo.location.LocationReport;
import kongo.location.Reading;
import kongo.registry.PlaceProfile;
import kongo.report.Cursor;

/** A Location in JSON: what is aboard, the latest readings, what is wrong. */
final class LocationView {

  private LocationView() {}

  static ObjectNode of(LocationReport location) {
    ObjectNode view = Answers.object().put("id", location.id()).put("version", location.version());
    JsonNode profile = location.profile().<JsonNode>map(LocationView::profile).orElse(JsonNodeFactory.instance.nullNode());
    view.set("profile", profile);
    view.put("load", location.loadGrams() / 1000.0).put("count", location.count());
    location.aboard().forEach(view.putArray("aboard")::add);
    view.put("completeFrom", location.completeFrom() == Books.NEVER ? null : location.completeFrom());
    view.set("latest", readings(location.latest()));
    view.set("open", ViolationView.of(location.open()));
    view.put("next", location.next().map(Cursor::text).orElse(null));
    return view;
  }

  private static ObjectNode profile(PlaceProfile place) {
    ObjectNode view =
        Answers.object().put("type", place.type().name()).put("name", place.name()).put("x", place.x()).put("y", place.y());
    place.categories().forEach(view.putArray("categories")::add);
    return place.hasMaxWeight() ? view.put("maxWeight", place.maxWeightGrams() / 1000.0) : view.putNull("maxWeight");
  }

  static ArrayNode readings(List<Reading> readings) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Reading reading : readings) {
      array
          .addObject()
          .put("metric", reading.metric())
          .put("sensor", reading.sensor())
          .put("time", reading.time())
          .put("value", reading.value());
    }
    return array;
  }
}
