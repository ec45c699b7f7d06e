package kongo.kafka;

/** A topic that is to be read is not there. */
public final class MissingTopic extends IllegalStateException {

  private static final long serialVersionUID = 1;

  MissingTopic(String topic) {
    super("There is no topic " + topic + ".");
  }
}
