package kongo.host.store;

/**
 * What tells a topic from one of the same name that was made later.
 *
 * @param id as Kafka gives it to each topic that is created
 */
public record TopicIdentity(String name, String id, int partitions) {

  String identity() {
    return "%d partitions and the id %s".formatted(partitions, id);
  }
}
