package kongo.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import kongo.baseline.watch.AlarmJson;
import kongo.baseline.watch.Limits;
import kongo.protocol.Feed;
import kongo.rules.RuleBooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainStateTest {

  private static final Limits LIMITS = Limits.of(RuleBooks.original());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsWhatTheReferenceFindsInAWorldInOrder(long seed) {
    InOrderWorld world = new InOrderWorld(seed, 20_000);
    Set<String> began = new TreeSet<>();
    Set<String> ended = new TreeSet<>();
    PlainState state = new PlainState(LIMITS, (location, alarm) ->
        assertThat((alarm.hasEnded() ? ended : began).add(AlarmJson.id(location, alarm, LIMITS))).as("told once: %s", alarm).isTrue());
    world.of(Feed.REGISTRY).forEach(state::registered);
    world.of(Feed.RFID).forEach(each -> assertThat(state.moved(each)).isTrue());
    world.of(Feed.SENSORS).forEach(each -> assertThat(state.measured(each)).isTrue());
    assertThat(began).hasSizeGreaterThan(50).isEqualTo(world.excursions());
    assertThat(began).containsAll(ended);
  }
}
