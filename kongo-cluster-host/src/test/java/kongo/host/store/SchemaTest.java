package kongo.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
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
  void givesTheLeaseTableAnIdOfItsOwnInEachKeyspace() throws Exception {
    String file = new String(SchemaTest.class.getResourceAsStream("/kongo/schema.cql").readAllBytes(), StandardCharsets.UTF_8);

    assertThat(file).as("the file is for the keyspace kongo").contains(of("").leaseTable());
    assertThat(id(of("keyspace = mine"))).isEqualTo(id(of("keyspace = mine"))).isNotEqualTo(id(of("")));
  }

  private static String id(Schema schema) {
    return schema.leaseTable().substring(schema.leaseTable().indexOf("id = "));
  }

  private static List<String> statements(Schema schema) {
    return Stream.concat(Stream.of(schema.leaseTable()), schema.otherTables().stream()).collect(Collectors.toList());
  }

  private static Schema of(String cassandra) {
    return Schema.of(NodeConfig.load(ConfigFactory.parseString("kongo.cassandra { " + cassandra + " }")).settings().cassandra());
  }
}
