package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrapeTest {

  private static final String TWO_NODES =
      """
      # HELP kongo_records_received_total Records taken from a topic
      kongo_records_received_total{topic="kongo.rfid"} 5.0
      kongo_records_received_total{topic="kongo.sensors"} 1.2E3
      jvm_memory_used_bytes{area="heap",id="G1 Eden Space"} 100.0
      jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0
      kongo_journal_rows_total 3.0

      kongo_records_received_total{topic="kongo.rfid"} 10.0
      jvm_memory_used_bytes{area="heap",id="G1 Eden Space"} 50.0
      kongo_journal_rows_total 4.0
      """;

  @Test
  void figuresAreSummedOverNodesAndLabels() {
    Scrape scrape = Scrape.parse(TWO_NODES);
    assertThat(scrape.received()).isEqualTo(1_215);
    assertThat(scrape.journalRows()).isEqualTo(7);
  }

  @Test
  void theHeapIsWithoutWhatIsBesideIt() {
    assertThat(Scrape.parse(TWO_NODES).heapBytes()).isEqualTo(150);
  }

  @Test
  void aNodeThatDoesNotAnswerCountsNothing() {
    assertThat(Scrape.parse("").received()).isZero();
  }
}
