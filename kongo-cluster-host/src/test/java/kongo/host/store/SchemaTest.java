package kongo.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kongo.host.settings.NodeConfig;
import org.junit.jupiter.api.Test;

class SchemaTest {

  @Test
  void writesTheOperatorsKeyspaceAndReplication() {
    Schema schema = of("keyspace = mine, replication { class = NetworkTopologyStrategy, dc1 = 3 }");

    assertThat(schema.keyspace())
        .isEqualTo(
            "CREATE KEYSPACE IF NOT EXISTS mine WITH replication ="
                + " {'class': 'NetworkTopologyStrategy', 'dc1': '3', 'replication_factor': '1'}");
    assertThat(statements(schema)).allSatisfy(statement -> assertThat(statement).contains(" mine.").doesNotContain("kongo."));
  }

  @Test
  void createsExactlyTheTablesThatAreWaitedFor() {
    assertThat(statements(of("")))
        .extracting(statement -> Pattern.compile("kongo\\.(\\w+)").matcher(statement).results().findFirst().orElseThrow().group(1))
        .containsExactlyElementsOf(Schema.TABLES);
  }

  @Test
  void givesTheLeaseTableOfEachKeyspaceAnIdOfItsOwn() {
    assertThat(of("keyspace = mine").leaseTable()).isEqualTo(of("keyspace = mine").leaseTable());
    assertThat(idIn(of("keyspace = mine"))).isNotEqualTo(idIn(of("keyspace = other"))).isNotEqualTo(idIn(of("")));
  }

  private static String idIn(Schema schema) {
    return schema.leaseTable().replaceFirst("(?s).* id = ", "");
  }

  private static List<String> statements(Schema schema) {
    return Stream.concat(Stream.of(schema.leaseTable()), schema.otherTables().stream()).collect(Collectors.toList());
  }

  private static Schema of(String cassandra) {
    return Schema.of(NodeConfig.load(ConfigFactory.parseString("kongo.cassandra { " + cassandra + " }")).settings().cassandra());
  }
}
