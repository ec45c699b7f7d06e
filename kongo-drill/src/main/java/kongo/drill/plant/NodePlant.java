package kongo.drill.plant;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import kongo.host.ExitStatus;
import kongo.host.Halt;
import kongo.local.NodeProgram;

/** A fault that the nodes of a drill can be started with. */
public enum NodePlant {
  NONE("") {
    @Override
    public NodeProgram program() {
      return NodeProgram.ORDINARY;
    }
  },
  /** Kafka's consumer commits what it has handed out, whatever becomes of it. */
  COMMIT_BEFORE_THE_ACKNOWLEDGEMENT("kongo.kafka.consumer { enable.auto.commit = true, auto.commit.interval.ms = 100 }"),
  MESSAGE_DROPPED("kongo.kafka.consumer { interceptor.classes = kongo.drill.plant.DroppedRecords }"),
  NO_LEASE("kongo-lease.lease-class = kongo.drill.plant.LeaseForAnyone"),
  NO_PAUSE_GUARD("") {
    @Override
    Halt halt() {
      return (status, sentence) -> {
        if (status != ExitStatus.PAUSED) {
          super.halt().now(status, sentence);
        }
      };
    }
  },
  /** No fault of Kongo, but a record that its actors cannot bear. */
  POISON("pekko.actor.typed.default-mailbox.mailbox-type = kongo.drill.plant.PoisonedMailbox");

  static final String VARIABLE = "KONGO_DRILL_PLANT";

  private final String settings;

  NodePlant(String settings) {
    this.settings = settings;
  }

  /** What its nodes run. */
  public NodeProgram program() {
    return new NodeProgram(PlantedNode.class.getName(), Map.of(VARIABLE, name()));
  }

  Config config() {
    return ConfigFactory.parseString(settings);
  }

  Halt halt() {
    return Halt.ofTheProcess();
  }
}
