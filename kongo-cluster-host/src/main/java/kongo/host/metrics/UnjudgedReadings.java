package kongo.host.metrics;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import kongo.doctor.symptom.Vocabularies;
import kongo.entity.AcceptedReadings;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.ReadingBatch;
import kongo.location.SeriesKey;

/**
 * Counts readings that are accepted here and perhaps not meant so: of metrics that no rule of the book in force at their time names, or at places that nobody
 * registered. It looks at each series of a batch, and at each reading only where there is something to count. Thread-safe.
 */
public final class UnjudgedReadings implements AcceptedReadings {

  private final Supplier<Vocabularies> names;
  private final LongAdder ofUnknownMetrics = new LongAdder();
  private final LongAdder atUnregisteredPlaces = new LongAdder();

  /** @param names what the rules know now; asked by many threads */
  public UnjudgedReadings(Supplier<Vocabularies> names) {
    this.names = names;
  }

  @Override
  public void accepted(ReadingBatch batch, ReadingsAccepted accepted, boolean isRegistered) {
    if (!isRegistered) {
      atUnregisteredPlaces.add(accepted.size());
    }
    Vocabularies known = names.get();
    for (SeriesKey series : batch.series()) {
      if (!known.meanAlways(series.metric())) {
        ofUnknownMetrics.add(countUnnamed(batch, accepted, known));
        return;
      }
    }
  }

  /** The offsets of both ascend. */
  private static int countUnnamed(ReadingBatch batch, ReadingsAccepted accepted, Vocabularies known) {
    int unnamed = 0;
    int given = 0;
    for (long offset : accepted.offsets()) {
      while (batch.offsets()[given] < accepted.firstOffset() + offset) {
        given++;
      }
      String metric = batch.series().get(batch.seriesOf()[given]).metric();
      unnamed += known.mean(metric, batch.times()[given]) ? 0 : 1;
    }
    return unnamed;
  }

  long ofUnknownMetrics() {
    return ofUnknownMetrics.sum();
  }

  long atUnregisteredPlaces() {
    return atUnregisteredPlaces.sum();
  }
}
