package kongo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import org.junit.jupiter.api.Test;

/** What is not asked for changes no world: figures of benches and seeds of drills stay comparable. */
class SameRecordsTest {

  private static final Share SOME = new Share(0.2, Duration.ofSeconds(30));
  private static final Disorder ALL = new Disorder(SOME, SOME, Duration.ofSeconds(5), SOME, true, 0.01, SOME);

  @Test
  void theDenseWorldIsAsItWas() {
    assertThat(digest(new SteadyWorld(SteadySettings.DENSE), Disorder.NONE)).startsWith("fd8a06728d63f0bb");
  }

  @Test
  void theRealisticWorldIsAsItWas() {
    assertThat(digest(new SteadyWorld(SteadySettings.REALISTIC), Disorder.NONE)).startsWith("e5d12cad68405558");
  }

  @Test
  void theClassicWorldIsAsItWas() {
    assertThat(digest(new ClassicWorld(ClassicSettings.DEFAULT), ALL)).startsWith("9037e7b281403861");
  }

  private static String digest(World world, Disorder disorder) {
    Iterator<SimulatedRecord> records = new Simulation(world, Bounds.ofEvents(50_000), disorder, 3);
    MessageDigest digest = sha256();
    records.forEachRemaining(each -> {
      digest.update("%s %s %d ".formatted(each.feed(), each.key(), each.sendAt()).getBytes(StandardCharsets.UTF_8));
      digest.update(each.value());
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
