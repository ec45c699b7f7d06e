package kongo.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.journal.Deletions.Deletion;
import kongo.journal.OldRowsInCassandra.Deleted;
import org.junit.jupiter.api.Test;

class OldRowsInCassandraTest {

  private final List<Deletion> begun = new ArrayList<>();
  private final List<CompletableFuture<Deleted>> outcomes = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();

  private OldRowsInCassandra oldRows(int atOnce) {
    return new OldRowsInCassandra(this::delete, atOnce, (time, action) -> {
      pauses.add(time);
      later.add(action);
    });
  }

  private CompletionStage<Deleted> delete(Deletion deletion) {
    begun.add(deletion);
    outcomes.add(new CompletableFuture<>());
    return outcomes.get(outcomes.size() - 1);
  }

  private void ends(int number) {
    outcomes.get(number).complete(new Deleted(10, Duration.ZERO));
  }

  private void fails(int number) {
    outcomes.get(number).completeExceptionally(new IllegalStateException("planted"));
  }

  @Test
  void soManyAreUnderWayAtOnceAndTheOthersFollow() {
    OldRowsInCassandra oldRows = oldRows(2);
    for (int i = 0; i < 5; i++) {
      oldRows.notNeeded("truck-" + i, 100, 100);
    }
    assertThat(begun).hasSize(2);
    assertThat(oldRows.waiting()).isEqualTo(3);

    ends(1);

    assertThat(begun).extracting(Deletion::persistenceId).containsExactly("truck-0", "truck-1", "truck-2");
    assertThat(oldRows.deletedRows()).isEqualTo(10);
  }

  @Test
  void ofOneEntityOneIsUnderWayAndWhatIsNamedMeanwhileGoesTogether() {
    OldRowsInCassandra oldRows = oldRows(2);
    oldRows.notNeeded("truck", 100, 200);
    oldRows.notNeeded("truck", 300, 400);
    oldRows.notNeeded("truck", 250, 500);
    assertThat(begun).hasSize(1);

    ends(0);

    assertThat(begun).containsExactly(new Deletion("truck", 100, 200), new Deletion("truck", 300, 500));
    assertThat(oldRows.waiting()).isZero();
  }

  @Test
  void afterAFailureNoneBeginsForAWhileThenTheOthersFollow() {
    OldRowsInCassandra oldRows = oldRows(2);
    for (int i = 0; i < 4; i++) {
      oldRows.notNeeded("truck-" + i, 100, 100);
    }

    fails(0);
    fails(1);
    assertThat(begun).hasSize(2);
    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    later.get(0).run();

    assertThat(begun).as("only one at once now").hasSize(3);
    ends(2);
    assertThat(begun).hasSize(4);
    assertThat(oldRows.failures()).isEqualTo(2);
  }

  @Test
  void whatFailedIsDeletedWhenItIsNamedAgain() {
    OldRowsInCassandra oldRows = oldRows(2);
    oldRows.notNeeded("truck", 100, 100);
    fails(0);
    later.get(0).run();
    assertThat(begun).hasSize(1);

    oldRows.notNeeded("truck", 150, 150);

    assertThat(begun).hasSize(2);
  }

  @Test
  void whatWaitsIsBounded() {
    OldRowsInCassandra oldRows = oldRows(1);
    for (int i = 0; i < 20_000; i++) {
      oldRows.notNeeded("truck-" + i, 100, 100);
    }

    assertThat(oldRows.waiting()).isEqualTo(10_000);
  }

  @Test
  void nothingIsDeletedWhereThatIsSet() {
    OldRowsInCassandra oldRows = oldRows(0);

    oldRows.notNeeded("truck", 100, 100);

    assertThat(begun).isEmpty();
    assertThat(oldRows.waiting()).isZero();
  }
}
