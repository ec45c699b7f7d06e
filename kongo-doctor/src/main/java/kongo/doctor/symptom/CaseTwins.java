package kongo.doctor.symptom;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Remembered;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.protocol.RegistryRecord;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;

/** Ids that differ by upper and lower case alone. Where only one of them is known, others say so. */
final class CaseTwins implements Symptom {

  private static final Heading HEADING = new Heading(
      "case-twins", Urgency.FIX, Counted.RECORDS,
      "Ids that differ by upper and lower case alone. For Kongo they are two, each with a part of what was sent in.");

  /** What an id names. */
  private enum Sort {
    GOODS,
    PLACE,
    METRIC,
    SENSOR
  }

  /** @param of the place of a sensor, else {@code ""} */
  private record Name(Sort sort, String of, String lowerCase) {}

  private record Twin(Sort sort, String id, String first) {}

  private final Vocabulary vocabulary;
  private final Registered registered;
  private final Remembered<Name, String> firsts;
  private final Sightings sightings;
  private final Map<String, Twin> twins = new HashMap<>();
  private final int most;

  CaseTwins(Vocabulary vocabulary, Registered registered, Memory memory) {
    this.vocabulary = vocabulary;
    this.registered = registered;
    this.firsts = memory.remembered();
    this.sightings = new Sightings(memory);
    this.most = memory.limits().remembered();
  }

  @Override
  public void registered(RecordAt at, RegistryRecord said) {
    if (said.registration() instanceof GoodsProfile) {
      look(at, Sort.GOODS, "", said.id());
    } else if (said.registration() instanceof PlaceProfile) {
      look(at, Sort.PLACE, "", said.id());
    }
  }

  @Override
  public void moved(RecordAt at, String goods, Move move) {
    look(at, Sort.GOODS, "", goods);
    Stream.of(move.warehouse(), move.truck()).filter(place -> !place.isEmpty()).forEach(place -> look(at, Sort.PLACE, "", place));
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    measured(at, Sort.PLACE, location, reading);
  }

  @Override
  public void measuredByLogger(RecordAt at, String goods, Reading reading) {
    measured(at, Sort.GOODS, goods, reading);
  }

  private void measured(RecordAt at, Sort sort, String location, Reading reading) {
    look(at, sort, "", location);
    look(at, Sort.METRIC, "", reading.metric());
    look(at, Sort.SENSOR, location, reading.sensor());
  }

  private void look(RecordAt at, Sort sort, String of, String id) {
    String first = firsts.of(new Name(sort, of, id.toLowerCase(Locale.ROOT)), () -> id).orElse(id);
    String subject = sort == Sort.SENSOR ? of + " sensor " + id : id;
    if (!first.equals(id) && (twins.containsKey(subject) || twins.size() < most)) {
      twins.putIfAbsent(subject, new Twin(sort, id, first));
      sightings.add(subject, at, () -> "as a " + sort.name().toLowerCase(Locale.ROOT) + " beside " + first);
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING, subject -> isNews(twins.get(subject)), subject -> Optional.empty());
  }

  private boolean isNews(Twin twin) {
    return isKnown(twin.sort, twin.id) == isKnown(twin.sort, twin.first);
  }

  private boolean isKnown(Sort sort, String id) {
    return switch (sort) {
      case GOODS -> registered.isGoods(id);
      case PLACE -> registered.isPlace(id);
      case METRIC -> vocabulary.metrics().contains(id);
      case SENSOR -> true;
    };
  }
}
