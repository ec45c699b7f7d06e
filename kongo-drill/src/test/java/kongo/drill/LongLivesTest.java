package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RfidDecoder;
import kongo.protocol.SensorDecoder;
import kongo.reference.Acceptance;
import kongo.reference.AcceptedEvents;
import kongo.reference.Reference;
import kongo.rules.RuleBooks;
import kongo.simulator.Bounds;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.WorldStream;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class LongLivesTest {

  private static final LongLifeSizes SIZES = new LongLifeSizes(3, 100, 400, 20, 5);

  private final LongLives lives = new LongLives(SIZES);
  private final Acceptance acceptance = new Acceptance(Acceptance.DEFAULT_RETENTION);
  private final RegistryDecoder registry = new RegistryDecoder();
  private final RfidDecoder rfid = new RfidDecoder(EventTime.DEFAULT);
  private final SensorDecoder sensors = new SensorDecoder(EventTime.DEFAULT);
  private long offset;

  @Test
  void areAsLongAsTheyAreMeantToBe() {
    AcceptedEvents told = tellAll();

    assertThat(IntStream.range(0, SIZES.goods())).allSatisfy(
        number -> assertThat(told.moves().get(LongLives.returnable(number)).counting()).hasSize(SIZES.moves()));
    assertThat(told.moves().values().stream().filter(moves -> moves.counting().stream().anyMatch(move -> move.truck().equals(LongLives.VETERAN))))
        .hasSize(SIZES.known());
    assertThat(acceptance.refused()).isEmpty();
    assertThat(acceptance.duplicates()).isZero();
  }

  @Test
  void haveViolationsOfEveryKindThatTheirGoodsCanHave() {
    List<Violation> violations = List.copyOf(Reference.violations(RuleBooks.original(), tellAll()).values());

    Map<Kind, Long> kinds = violations.stream().collect(Collectors.groupingBy(Violation::kind, Collectors.counting()));
    assertThat(kinds).containsOnlyKeys(Kind.ENVIRONMENT, Kind.COLOCATION, Kind.OVERLOAD, Kind.EXPIRED);
    assertThat(kinds).containsEntry(Kind.EXPIRED, (long) SIZES.useBy());
  }

  @Test
  void areToldInRoundsOfOneSize() {
    List<Long> records =
        IntStream.rangeClosed(2, SIZES.rounds()).mapToObj(round -> {
          WorldStream stream = new WorldStream(lives, Bounds.ofTurns(SIZES.hoursUntil(round)));
          stream.forEachRemaining(record -> {});
          return stream.made();
        }).toList();

    assertThat(records.subList(1, records.size())).allSatisfy(
        made -> assertThat(made).isEqualTo(records.get(1)));
  }

  private AcceptedEvents tellAll() {
    new WorldStream(lives, Bounds.ofTurns(SIZES.moves() + LongLives.LAST_TURNS)).forEachRemaining(this::tell);
    return acceptance.accepted();
  }

  private void tell(SimulatedRecord record) {
    offset++;
    switch (record.feed()) {
      case REGISTRY -> {
        var told = usable(registry, record);
        acceptance.registration(0, offset, record.time(), told.id(), told.registration(), told.from());
      }
      case RFID -> {
        var told = usable(rfid, record);
        acceptance.move(0, offset, told.goods(), told.move());
      }
      case SENSORS -> {
        var told = usable(sensors, record);
        acceptance.reading(0, offset, told.location(), told.reading());
      }
    }
  }

  private static <T> T usable(RecordDecoder<T> decoder, SimulatedRecord record) {
    Decoded<T> decoded = decoder.decode(record.key().getBytes(StandardCharsets.UTF_8), record.value(), record.time());
    assertThat(decoded).isInstanceOf(Decoded.Usable.class);
    return ((Decoded.Usable<T>) decoded).value();
  }
}
