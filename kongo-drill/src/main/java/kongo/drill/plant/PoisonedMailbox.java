package kongo.drill.plant;

import com.typesafe.config.Config;
import java.util.Arrays;
import kongo.actors.LocationEntity.Do;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.ReadingBatch;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.MailboxType;
import org.apache.pekko.dispatch.MessageQueue;
import org.apache.pekko.dispatch.ProducesMessageQueue;
import org.apache.pekko.dispatch.UnboundedMailbox;
import scala.Option;

/** Pekko's mailbox, but a Location that finds a reading of the sensor "poison" in it fails at the whole command. */
public final class PoisonedMailbox implements MailboxType, ProducesMessageQueue<UnboundedMailbox.MessageQueue> {

  /** The sensor whose readings no Location can bear. */
  public static final String SENSOR = "poison";

  public PoisonedMailbox(ActorSystem.Settings settings, Config config) {}

  @Override
  public MessageQueue create(Option<ActorRef> owner, Option<ActorSystem> system) {
    return new Queue();
  }

  private static final class Queue extends UnboundedMailbox.MessageQueue {

    private static final long serialVersionUID = 1;

    @Override
    public void enqueue(ActorRef receiver, Envelope handle) {
      super.enqueue(
          receiver,
          handle.message() instanceof Do task && task.command() instanceof TakeReadings take && isPoisoned(take.batch())
              ? new Envelope(new Do(spoilt(take.batch()), task.replyTo()), handle.sender())
              : handle);
    }
  }

  private static boolean isPoisoned(ReadingBatch batch) {
    return Arrays.stream(batch.seriesOf()).anyMatch(series -> batch.series().get(series).sensor().equals(SENSOR));
  }

  /** Without its values, so that whoever judges it throws. */
  private static TakeReadings spoilt(ReadingBatch batch) {
    return new TakeReadings(
        ReadingBatch.ofOriginals(
            batch.source(), batch.series(), batch.seriesOf(), batch.times(), new double[0], batch.offsets(), batch.timestamps()));
  }
}
