package kongo.host.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import kongo.protocol.EventTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeSettingsTest {

  @Test
  void hasDefaultsForEverything() {
    NodeSettings settings = NodeConfig.load(ConfigFactory.empty()).settings();

    assertThat(settings.cluster().seedNodes()).isEmpty();
    assertThat(settings.http().host()).isEqualTo("127.0.0.1");
    assertThat(settings.kafka().topics().violations()).isEqualTo("kongo.violations");
    assertThat(settings.pauseLimit()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.rules()).isEmpty();
    assertThat(settings.eventTime()).isEqualTo(EventTime.DEFAULT);
  }

  @Test
  void takesATimeWithAnyOffset() {
    assertThat(load("kongo.law.earliest = \"2000-01-01T01:00+01:00\"").settings().eventTime()).isEqualTo(EventTime.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kongo.cluster.name                 | "a b"              | letters, digits and "-"
          kongo.cluster.host                 | "no host"          | a host name or an address
          kongo.cluster.host                 | 10.1.2.3           | a loopback address, unless
          kongo.cluster.bind-host            | 0.0.0.0            | a loopback address, unless
          kongo.cluster.trusted-network      | maybe              | on or off
          kongo.cluster.port                 | 65536              | from 0 to 65535
          kongo.cluster.port                 | many               | from 0 to 65535
          kongo.cluster.seed-nodes           | "a:1,b"            | host:port,host:port
          kongo.cluster.form-after           | soon               | a duration from
          kongo.cluster.lease-ttl            | 1s                 | a duration from 5s
          kongo.http.host                    | ""                 | a host name or an address
          kongo.http.port                    | -1                 | from 0 to 65535
          kongo.http.health-port             | 65536              | from 0 to 65535
          kongo.http.ask-timeout             | 1ms                | a duration from 100ms
          kongo.http.open-violations         | 0                  | from 1 to 1000000
          kongo.doctor.span                  | 0s                 | a duration from 1s
          kongo.doctor.records               | 0                  | from 1 to 1000000000
          kongo.doctor.remembered            | 0                  | from 1 to 100000000
          kongo.doctor.keep                  | 2d                 | to 1d
          kongo.doctor.limit                 | 1ms                | a duration from 100ms
          kongo.kafka.bootstrap-servers      | ""                 | at least one
          kongo.kafka.bootstrap-servers      | "a:70000"          | ports 1 to 65535
          kongo.kafka.group                  | "a/b"              | letters, digits
          kongo.kafka.topics.sensors         | "a b"              | a topic name
          kongo.kafka.create-topics          | perhaps            | on or off
          kongo.kafka.partitions             | 0                  | from 1 to 10000
          kongo.kafka.replication            | 0                  | from 1 to 100
          kongo.cassandra.contact-points     | nowhere            | host:port
          kongo.cassandra.datacenter         | ""                 | data centre
          kongo.cassandra.keyspace           | Kongo              | lower-case letters
          kongo.cassandra.create-schema      | 7                  | on or off
          kongo.cassandra.replication        | "3"                | names and values
          kongo.cassandra.concurrent-requests | 0                 | from 1 to
          kongo.cassandra.queued-requests    | 0                  | from 1 to
          kongo.cassandra.deletions          | -1                 | from 0 to
          kongo.rules.file                   | "/no/such/file"    | a readable file
          kongo.law.retention                | 1s                 | a duration from 60s
          kongo.law.retention                | 200000000d         | to 36500d
          kongo.law.max-ahead                | 1000000000000d     | to 36500d
          kongo.law.max-ahead                | 1.5ms              | whole milliseconds
          kongo.law.max-ahead                | -1s                | a duration from 0s
          kongo.law.earliest                 | "2000-01-01"       | a time from 1970-01-01T00:00:00Z to 2100
          kongo.law.earliest                 | "1969-12-31T23:59:59Z" | a time from 1970-01-01T00:00:00Z
          kongo.law.earliest                 | "2100-01-01T00:00:01Z" | to 2100-01-01T00:00:00Z
          kongo.law.earliest                 | "2000-01-01T00:00:00.0001Z" | whole milliseconds
          kongo.law.earliest                 | 946684800000       | such as 2000-01-01T00:00Z
          kongo.goods.in-memory              | 0                  | from 1 to
          kongo.goods.profile-bytes          | 100                | from 200 to 262
          kongo.kafka.epoch                  | 2.5                | a whole number
          kongo.kafka.partitions             | "12.0"             | a whole number
          kongo.kafka.epoch                  | 3000000000         | a whole number
          kongo.location.readings-in-memory  | 0                  | from 1 to
          kongo.location.series              | 0                  | from 1 to
          kongo.location.readings-in-memory-per-node | 0          | from 1 to
          kongo.location.idle                | 10ms               | a duration from 1s
          kongo.pause-guard.limit            | 9s                 | a duration from 1s to 8s
          """)
  void namesTheKeyOfAWrongValueAndWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> NodeConfig.load(ConfigFactory.parseString(key + " = " + value)))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(key + " has to be")
        .hasMessageContaining(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kongo.cluster.host = localhost",
        "kongo.cluster.host = \"[::1]\"",
        "kongo.cluster { host = 10.1.2.3, bind-host = 127.0.0.1 }",
        "kongo.cluster { host = 10.1.2.3, trusted-network = on }",
        "kongo.cluster.host = 10.1.2.3, pekko.remote.artery.transport = tls-tcp"
      })
  void takesAClusterPortThatNoStrangerReaches(String hocon) {
    assertThat(load(hocon).settings().cluster().host()).isNotEmpty();
  }

  @Test
  void refusesAClusterPortThatAsksStrangersForNothing() {
    String oneSided =
        """
        kongo.cluster.host = 10.1.2.3
        pekko.remote.artery { transport = tls-tcp, ssl.config-ssl-engine.require-mutual-authentication = off }
        """;

    assertThatThrownBy(() -> load(oneSided)).hasMessageContaining("kongo.cluster.host has to be a loopback address");
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThatThrownBy(() -> load("kongo.http.port = -1, kongo.cluster.port = -1"))
        .hasMessageContaining("kongo.http.port")
        .hasMessageContaining("kongo.cluster.port");
  }

  @Test
  void refusesAKeyThatIsNoSetting() {
    assertThatThrownBy(() -> load("kongo.kafka.bootstrap-server = \"a:1\""))
        .hasMessage("kongo.kafka.bootstrap-server is not a setting; hocon/node.conf has them all.");
  }

  @Test
  void refusesTwoTopicsOfOneName() {
    assertThatThrownBy(() -> load("kongo.kafka.topics.rfid = kongo.sensors")).hasMessageContaining("kongo.kafka.topics");
  }

  @Test
  void refusesAReplicationWithoutClass() {
    assertThatThrownBy(() -> load("kongo.cassandra.replication.class = null"))
        .hasMessageContaining("kongo.cassandra.replication");
  }

  @Test
  void takesAddressesAsTextAndAsList() {
    assertThat(load("kongo.cluster.seed-nodes = \"a:1, b:2\"").settings().cluster().seedNodes())
        .isEqualTo(load("kongo.cluster.seed-nodes = [\"a:1\", \"b:2\"]").settings().cluster().seedNodes())
        .hasSize(2);
  }

  @Test
  void passesKafkaSettingsThrough() {
    KafkaSettings kafka = load("kongo.kafka.client { \"security.protocol\" = SSL, ssl.truststore.type = PEM }").settings().kafka();

    assertThat(kafka.clientProperties()).containsEntry("security.protocol", "SSL").containsEntry("ssl.truststore.type", "PEM");
  }

  @Test
  void handsTheOperatorsValuesToPekkoAndTheDriver() {
    Config config =
        load("""
             kongo.cassandra { contact-points = "c1:9042,c2:9042", datacenter = dc7, keyspace = mine }
             kongo.cluster.port = 4711
             kongo.law.retention = 2d
             datastax-java-driver.basic.request.consistency = ALL
             """)
            .config();

    assertThat(config.getStringList("datastax-java-driver.basic.contact-points")).isEqualTo(List.of("c1:9042", "c2:9042"));
    assertThat(config.getString("datastax-java-driver.basic.load-balancing-policy.local-datacenter")).isEqualTo("dc7");
    assertThat(config.getString("datastax-java-driver.basic.request.consistency")).isEqualTo("ALL");
    assertThat(config.getString("pekko.persistence.cassandra.journal.keyspace")).isEqualTo("mine");
    assertThat(config.getInt("pekko.remote.artery.canonical.port")).isEqualTo(4711);
    assertThat(config.getDuration("kongo.actors.retention")).isEqualTo(Duration.ofDays(2));
  }

  private static NodeConfig load(String hocon) {
    return NodeConfig.load(ConfigFactory.parseString(hocon));
  }
}
