package kongo.doctor.symptom;

import kongo.location.Reading;

/** Names a measured series. */
record SensorSeries(String location, String metric, String sensor) {

  static SensorSeries of(String location, Reading reading) {
    return new SensorSeries(location, reading.metric(), reading.sensor());
  }

  @Override
  public String toString() {
    return metric + " of " + Words.sensor(location, sensor);
  }
}
