package kongo.actors;

import com.typesafe.config.Config;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.journal.inmem.InmemJournal;
import scala.collection.immutable.Seq;
import scala.concurrent.Future;
import scala.util.Try;

/** A journal in memory whose first write for one entity fails. */
public final class FailingJournal extends InmemJournal {

  static final String REFUSED_ONCE = "goods-refused-once";

  private final AtomicBoolean refused = new AtomicBoolean();

  public FailingJournal(Config config) {
    super(config);
  }

  @Override
  public Future<Seq<Try<scala.runtime.BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> messages) {
    boolean chosen = messages.head().persistenceId().endsWith(REFUSED_ONCE);
    return chosen && refused.compareAndSet(false, true)
        ? Futures.failed(new IllegalStateException("planted: the store is away"))
        : super.asyncWriteMessages(messages);
  }
}
