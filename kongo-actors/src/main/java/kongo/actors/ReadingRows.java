package kongo.actors;

import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** The readings in chosen rows of a Location's journal. */
@FunctionalInterface
interface ReadingRows {

  CompletionStage<List<ReadingsAccepted>> read(String persistenceId, List<SequenceRange> ranges);

  /**
   * Reads one range after the other by the journal's query plugin, and those that follow each other as one: it asks several
   * questions for each, and whoever judges anew wants hundreds.
   */
  static ReadingRows ofJournal(ActorSystem<?> system, String readJournal) {
    CurrentEventsByPersistenceIdQuery journal =
        PersistenceQuery.get(system).getReadJournalFor(CurrentEventsByPersistenceIdQuery.class, readJournal);
    return (persistenceId, ranges) ->
        Source.from(SequenceRange.joined(ranges))
            .flatMapConcat(range -> journal.currentEventsByPersistenceId(persistenceId, range.first(), range.last()))
            .map(envelope -> envelope.event())
            .collectType(ReadingsAccepted.class)
            .runWith(Sink.seq(), system);
  }
}
