package kongo.host.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.goods.GoodsReport;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.LocationReport;
import kongo.registry.GoodsProfile;
import kongo.report.Cursor;
import kongo.violation.Status;
import kongo.violation.Violation;

/** A Goods in JSON: where it is and was, and what is wrong with it and around it. */
final class GoodsView {

  private GoodsView() {}

  /**
   * @param there what concerns the Goods where it is
   * @param atItself what concerns it by the loggers that travel with it
   */
  static ObjectNode of(GoodsReport goods, Optional<LocationReport> there, Optional<LocationReport> atItself) {
    ObjectNode view = Answers.object().put("id", goods.id()).put("version", goods.version());
    view.set("profile", profile(goods.profile()));
    view.put("location", goods.current().map(Stay::location).orElse(null));
    goods.current().ifPresentOrElse(stay -> view.put("since", stay.from()), () -> view.putNull("since"));
    view.put("completeFrom", goods.completeFrom() == Opening.NEVER ? null : goods.completeFrom());
    view.set("stays", stays(goods.stays()));
    view.set("latest", latest(there));
    view.set("latestAtItself", latest(atItself));
    view.put("truncated", Stream.of(there, atItself).flatMap(Optional::stream).anyMatch(report -> report.next().isPresent()));
    view.set("open", ViolationView.of(open(goods, there, atItself)));
    view.set("violations", ViolationView.of(goods.violations()));
    view.put("next", goods.next().map(Cursor::text).orElse(null));
    return view;
  }

  private static ObjectNode profile(GoodsProfile profile) {
    ObjectNode view = Answers.object().put("weight", profile.weightGrams() / 1000.0);
    profile.categories().forEach(view.putArray("categories")::add);
    if (profile.route().equals(GoodsProfile.ANYWHERE)) {
      view.putNull("route");
    } else {
      profile.route().forEach(view.putArray("route")::add);
    }
    return profile.useBy() == GoodsProfile.NEVER ? view.putNull("useBy") : view.put("useBy", profile.useBy());
  }

  private static ArrayNode stays(List<Stay> stays) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Stay stay : stays) {
      ObjectNode view = array.addObject().put("location", stay.location()).put("from", stay.from());
      view.put("to", stay.isOpen() ? null : stay.to());
    }
    return array;
  }

  private static ArrayNode latest(Optional<LocationReport> place) {
    return place.map(report -> LocationView.readings(report.latest())).orElseGet(JsonNodeFactory.instance::arrayNode);
  }

  private static List<Violation> open(GoodsReport goods, Optional<LocationReport> there, Optional<LocationReport> atItself) {
    Stream<Violation> own = goods.violations().stream().filter(violation -> violation.status() == Status.OPEN);
    Stream<Violation> byPlace = Stream.of(there, atItself).flatMap(Optional::stream).flatMap(report -> report.open().stream());
    return Stream.concat(own, byPlace).toList();
  }
}
