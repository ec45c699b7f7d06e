package kongo.drill;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.remote.artery.RemoteInstrument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Part of a drill's node: tells its log of each message to another node that is larger than all before. Used by the threads that encode. */
public final class LargestMessages extends RemoteInstrument {

  /** What such a line has before the number of bytes. */
  static final String WORDS = "largest message so far: ";

  private static final Logger LOG = LoggerFactory.getLogger(LargestMessages.class);
  private static final byte IDENTIFIER = 17;

  private final AtomicInteger largest = new AtomicInteger();

  @Override
  public byte identifier() {
    return IDENTIFIER;
  }

  @Override
  public void remoteMessageSent(ActorRef recipient, Object message, ActorRef sender, int size, long nanos) {
    int before = largest.getAndAccumulate(size, Math::max);
    if (size > before) {
      LOG.info("{}{} bytes, {}", WORDS, size, message.getClass().getName());
    }
  }

  @Override
  public void remoteWriteMetadata(ActorRef recipient, Object message, ActorRef sender, ByteBuffer buffer) {
    // nothing goes with a message
  }

  @Override
  public void remoteReadMetadata(ActorRef recipient, Object message, ActorRef sender, ByteBuffer buffer) {
    // nothing came with it
  }

  @Override
  public void remoteMessageReceived(ActorRef recipient, Object message, ActorRef sender, int size, long nanos) {
    // it was counted where it was sent
  }
}
