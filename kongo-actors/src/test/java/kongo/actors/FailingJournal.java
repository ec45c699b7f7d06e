package kongo.actors;

import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.journal.inmem.InmemJournal;
import scala.collection.immutable.Seq;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Failure;
import scala.util.Try;

/** A journal in memory whose first write for one entity fails, and which refuses all writes for another. */
public final class FailingJournal extends InmemJournal {

  static final String REFUSED_ONCE = "goods-refused-once";

  static final String UNWRITABLE = "goods-unwritable";

  private final AtomicBoolean refused = new AtomicBoolean();

  public FailingJournal(Config config) {
    super(config);
  }

  @Override
  public Future<Seq<Try<scala.runtime.BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> messages) {
    if (messages.head().persistenceId().endsWith(UNWRITABLE)) {
      Try<scala.runtime.BoxedUnit> refusal = new Failure<>(new IllegalArgumentException("planted: too large"));
      return Futures.successful(CollectionConverters.asScala(List.of(refusal)).toList());
    }
    boolean chosen = messages.head().persistenceId().endsWith(REFUSED_ONCE);
    return chosen && refused.compareAndSet(false, true)
        ? Futures.failed(new IllegalStateException("planted: the store is away"))
        : super.asyncWriteMessages(messages);
  }
}
