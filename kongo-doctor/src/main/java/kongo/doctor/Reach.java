package kongo.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import kongo.kafka.TopicReader;
import kongo.protocol.Topics;

/**
 * How far back an examination looks that has to end in good time.
 *
 * @param longest how far at most
 * @param records of moves, of readings and of dead letters at most: where there are more, the time is halved until there are not
 */
public record Reach(Duration longest, long records) {

  /** Of less than that nothing can be said: then there are more records. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Since when, if it looks back from {@code now}. */
  public Instant since(Instant now, TopicReader reader, Topics topics) {
    List<String> bounded = List.of(topics.rfid(), topics.sensors(), topics.deadLetters());
    return since(now, since -> bounded.stream().mapToLong(topic -> reader.countSince(since.toEpochMilli(), topic)).max().orElseThrow());
  }

  Instant since(Instant now, ToLongFunction<Instant> count) {
    Duration back = longest;
    while (back.compareTo(SHORTEST) > 0 && count.applyAsLong(now.minus(back)) > records) {
      back = back.dividedBy(2);
    }
    return now.minus(back);
  }
}
