package kongo.host.doctor;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import kongo.doctor.Examination;
import kongo.doctor.ExaminationSettings;
import kongo.doctor.finding.Limits;
import kongo.host.settings.DoctorSettings;
import kongo.host.settings.KafkaSettings;
import kongo.host.settings.NodeSettings;
import kongo.kafka.TopicReader;
import kongo.rules.RuleHistory;

/** Examines what is in the node's topics: the registry, and the latest of all else. */
public final class InputDoctor implements Examinations.Doctor {

  private final NodeSettings settings;
  private final Supplier<RuleHistory> books;

  /** @param books those that this node knows; asked by any thread */
  public InputDoctor(NodeSettings settings, Supplier<RuleHistory> books) {
    this.settings = settings;
    this.books = books;
  }

  @Override
  public Examined examine(Runnable mayGoOn) {
    KafkaSettings kafka = settings.kafka();
    Map<String, String> client = client(kafka);
    DoctorSettings doctor = settings.doctor();
    try (TopicReader reader = new TopicReader(client, mayGoOn)) {
      Instant until = Instant.now();
      Instant since = doctor.reach().since(until, reader, kafka.topics());
      var examined = new ExaminationSettings(
          client, kafka.topics(), books.get(), settings.eventTime(), Optional.of(since), Limits.DEFAULT.remembering(doctor.remembered()));
      return new Examined(Examination.run(reader, examined, progress -> {}), since, until);
    }
  }

  private static Map<String, String> client(KafkaSettings kafka) {
    Map<String, String> client = new TreeMap<>(kafka.client());
    client.put("bootstrap.servers", kafka.bootstrapServers());
    client.put("client.id", kafka.group() + "-doctor");
    return client;
  }
}
