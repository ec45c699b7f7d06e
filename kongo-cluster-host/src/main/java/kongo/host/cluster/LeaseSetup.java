package kongo.host.cluster;

import java.util.concurrent.CompletableFuture;
import kongo.host.store.LeaseRows;
import org.apache.pekko.actor.setup.Setup;

/** Hands the lease rows to the leases that Pekko creates by name, which is before Cassandra has to be there. */
public final class LeaseSetup extends Setup {

  private final CompletableFuture<LeaseRows> rows = new CompletableFuture<>();

  public void use(LeaseRows leaseRows) {
    rows.complete(leaseRows);
  }

  /** A copy, so that one that is given up leaves the others waiting. */
  CompletableFuture<LeaseRows> rows() {
    return rows.copy();
  }
}
