package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeftoversTest {

  /** Beyond the largest process id of Linux. */
  private static final long NOBODY = 99_999_999;

  @Test
  void whatALivingProcessHasIsLeftAlone() {
    assertThat(Leftovers.isOrphan(Leftovers.ownName())).isFalse();
    assertThat(Leftovers.isOrphan(Leftovers.ownName() + "-1")).isFalse();
  }

  @Test
  void whatADeadProcessHadIsRemoved() {
    assertThat(Leftovers.isOrphan(Leftovers.nameOf(NOBODY))).isTrue();
    assertThat(Leftovers.isOrphan(Leftovers.nameOf(NOBODY) + "-probe")).isTrue();
  }

  @Test
  void namesOfOthersAreLeftAlone() {
    assertThat(List.of("eth0", "kongo", "kongo-web", "kongo-99999999x")).noneMatch(Leftovers::isOrphan);
  }

  @Test
  void disksAreFoundByWhatIsMounted() {
    List<String> lines = List.of("tmpfs /dev/shm tmpfs rw 0 0", Leftovers.nameOf(NOBODY) + " /data/cassandra tmpfs rw 0 0");
    assertThat(Leftovers.mounted(lines)).containsExactly("/data/cassandra");
  }

  @Test
  void theNameFitsANetworkInterface() {
    assertThat(Leftovers.nameOf(4_194_304)).hasSizeLessThanOrEqualTo(15);
  }
}
