package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kongo.local.SharedStores;
import kongo.protocol.CauseHeaders;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.violation.Cause;
import kongo.violation.Kind;
import kongo.violation.Status;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(360)
class LiveViewIT {

  private static final Topics TOPICS = Topics.DEFAULT;

  private final String bootstrap = SharedStores.get().kafka().bootstrap();
  private final StringWriter out = new StringWriter();

  @Test
  void showsWhatTheTopicsSay() throws Exception {
    LocalTopics.create(bootstrap);
    long begin = System.currentTimeMillis();
    send(new ProducerRecord<>(TOPICS.registry(), "goods-17".getBytes(), "{\"type\":\"GOODS\",\"id\":\"goods-17\",\"categories\":[\"T2\"]}".getBytes()));
    send(new ProducerRecord<>(TOPICS.sensors(), 3, "truck-12".getBytes(), "{}".getBytes()));
    send(new ProducerRecord<>(TOPICS.sensors(), 3, "truck-12".getBytes(), "{}".getBytes()));
    commit(new TopicPartition(TOPICS.sensors(), 3), 1);
    var violation = new ProducerRecord<>(TOPICS.violations(), "v".getBytes(), ViolationJson.encode(1, Violations.tooWarm("v", Status.OPEN)));
    CauseHeaders.write(new Cause(TOPICS.sensors(), 3, 1, begin - 5_000), violation.headers());
    send(violation);
    var repeated = new ProducerRecord<>(TOPICS.violations(), "v".getBytes(), violation.value());
    CauseHeaders.write(new Cause(TOPICS.sensors(), 3, 1, begin - 3_000_000), repeated.headers());
    send(repeated);

    var view = new LiveView(new PrintWriter(out), false);
    try (var source = new LiveSource(bootstrap, TOPICS, view.figures(), begin)) {
      view.show(source, new RunTime(Duration.ofSeconds(60), 0), () -> view.figures().latest().isEmpty());
      source.poll(Duration.ofSeconds(1));
      source.measure();
    }

    var figures = view.figures();
    assertThat(figures.open(Kind.ENVIRONMENT)).isEqualTo(1);
    assertThat(figures.goods()).isEqualTo(1);
    assertThat(figures.inputRecords()).isEqualTo(3);
    assertThat(figures.lag()).isEqualTo(2);
    assertThat(figures.latencyPercentile(50, System.currentTimeMillis())).isGreaterThanOrEqualTo(5_000);
    assertThat(figures.latencyPercentile(100, System.currentTimeMillis())).as("a repetition is no news").isLessThan(1_000_000);
    assertThat(out.toString()).contains("ENVIRONMENT 1 (1)").contains("temperature 9.7 above 8");
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get(20, TimeUnit.SECONDS);
    }
  }

  private void commit(TopicPartition partition, long offset) throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      admin.alterConsumerGroupOffsets("kongo-test", Map.of(partition, new OffsetAndMetadata(offset))).all().get(20, TimeUnit.SECONDS);
    }
  }
}
