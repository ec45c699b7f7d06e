package kongo.simulator;

import kongo.protocol.Topics;

/** The input topic that a simulated record is for. */
public enum Feed {
  REGISTRY,
  SENSORS,
  RFID;

  public String topic(Topics topics) {
    return switch (this) {
      case REGISTRY -> topics.registry();
      case SENSORS -> topics.sensors();
      case RFID -> topics.rfid();
    };
  }
}
