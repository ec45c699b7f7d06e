package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kongo.local.LocalFailure;
import kongo.protocol.EventTime;
import kongo.protocol.Topics;
import kongo.rules.RuleBooks;
import kongo.verify.VerifySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class EngineOptionsTest {

  @TempDir private Path folder;

  /** What verify and ledger have in common. */
  @Command
  private static final class Options {
    @Mixin private DataOption data;
    @Mixin private SettingsOption settings;
    @Mixin private EngineOptions engine;
  }

  private static VerifySettings settings(String... arguments) {
    Options options = CommandLine.populateCommand(new Options(), arguments);
    return options.engine.verify(options.data, options.settings, Optional.empty());
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("node.conf"), content).toString();
  }

  @Test
  void takeTheSettingsOfTheNodes() throws IOException {
    String file = file(
        """
        kongo {
          kafka { bootstrap-servers = "far:1", group = theirs, topics.rfid = gates, client { "client.rack" = r1 } }
          law { retention = 2d, max-ahead = 3h, earliest = "2010-01-01T00:00Z" }
        }
        """);

    VerifySettings read = settings("--config", file, "--wait", "7s", "-Xsecurity.protocol=SSL");

    assertThat(read.client())
        .containsEntry("bootstrap.servers", "far:1").containsEntry("client.rack", "r1").containsEntry("security.protocol", "SSL");
    assertThat(read.topics().rfid()).isEqualTo("gates");
    assertThat(read.group()).isEqualTo("theirs");
    assertThat(read.retention()).isEqualTo(Duration.ofDays(2));
    assertThat(read.eventTime()).isEqualTo(new EventTime(Instant.parse("2010-01-01T00:00:00Z"), Duration.ofHours(3)));
    assertThat(read.patience()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void whatIsGivenCountsMoreThanTheSettings() throws IOException {
    String file = file("kongo.kafka { bootstrap-servers = \"far:1\", group = theirs }");

    VerifySettings read = settings("--config", file, "--kafka", "near:2", "--group", "mine");

    assertThat(read.client()).containsEntry("bootstrap.servers", "near:2");
    assertThat(read.group()).isEqualTo("mine");
  }

  @Test
  void theRetentionThatIsGivenCountsMoreThanThatOfTheSettings() throws IOException {
    String file = file("kongo.law { retention = 2d, max-ahead = 3h }");

    assertThat(settings("--kafka", "near:2", "--config", file, "--retention", "2m").retention()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings("--kafka", "near:2", "--retention", "60d").retention()).isEqualTo(Duration.ofDays(60));
    assertThat(settings("--kafka", "near:2", "--config", file, "--retention", "2m").eventTime()).isEqualTo(new EventTime(Instant.parse("2000-01-01T00:00:00Z"), Duration.ofHours(3)));
  }

  @Test
  void aRetentionThatNoNodeWouldTakeIsRefused() {
    assertThatThrownBy(() -> settings("--kafka", "near:2", "--retention", "59s"))
        .isInstanceOf(ParameterException.class).hasMessageContaining("--retention has to be from 60 s to 36500 d, but it is 59 s.");
  }

  @Test
  void withoutSettingsAllIsAsANodeHasIt() {
    VerifySettings read = settings("--kafka", "near:2");

    assertThat(read.topics()).isEqualTo(Topics.DEFAULT);
    assertThat(read.book()).isEqualTo(RuleBooks.shipped());
    assertThat(read.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(read.eventTime()).isEqualTo(EventTime.DEFAULT);
  }

  @Test
  void aWrongSettingIsToldByItsKey() throws IOException {
    String file = file("kongo.law.retention = soon");

    assertThatThrownBy(() -> settings("--config", file)).isInstanceOf(LocalFailure.class).hasMessageContaining("law.retention");
  }
}
