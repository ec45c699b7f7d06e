package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.kafka.Consumption;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;

/** Which commits that fail are worth a warning: not those of every rebalance, ten a second on each node. */
class CommitProblemTest {

  @Test
  void aRebalancePasses() {
    assertThat(Consumption.passes(new RebalanceInProgressException())).isTrue();
    assertThat(Consumption.passes(new DisconnectException())).isTrue();
  }

  @Test
  void aMemberThatWasPutOutDoesNot() {
    assertThat(Consumption.passes(new CommitFailedException())).isFalse();
  }
}
