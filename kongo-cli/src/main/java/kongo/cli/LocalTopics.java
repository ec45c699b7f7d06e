package kongo.cli;

import java.util.Map;
import kongo.local.LocalStores;
import kongo.protocol.Topics;
import org.apache.kafka.clients.admin.Admin;

/** The topics of a local environment, with Kongo's own names. */
final class LocalTopics {

  /** Never changes once used: an id belongs to one partition for good. */
  static final int PARTITIONS = LocalStores.PARTITIONS;

  private LocalTopics() {}

  static Topics create(String bootstrap) throws InterruptedException {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      Topics.DEFAULT.create(admin, PARTITIONS, 1);
    }
    return Topics.DEFAULT;
  }
}
