package kongo.bench;

import kongo.baseline.BaselineResult;

/**
 * The same records through the baselines and through the engine. The engine's do not count those that it knew before; the
 * baselines begin with nothing.
 *
 * @param plain a consumer loop without anything durable: the floor
 * @param streams a Kafka Streams application
 * @param engine all rules, journaled, published
 * @param engineToPlain events per second, as a multiple of the plain loop's
 * @param engineToStreams events per second, as a multiple of Kafka Streams'
 * @param engineCpuToPlain the engine's CPU for each event, as a multiple
 * @param engineCpuToStreams likewise
 */
public record BaselineFigures(
    Side plain, Side streams, Side engine, double engineToPlain, double engineToStreams, double engineCpuToPlain, double engineCpuToStreams) {

  /**
   * What one of them did.
   *
   * @param cpuMicrosPerEvent of its own processes
   * @param violations found; the engine's are records of all kinds, revisions included
   */
  public record Side(double seconds, long events, double eventsPerSecond, double cpuMicrosPerEvent, double violations) {

    static Side of(BaselineResult result) {
      return new Side(result.seconds(), result.events(), result.eventsPerSecond(), result.cpuMicrosPerEvent(), result.violations());
    }

    static Side of(DrainFigures drain) {
      return new Side(
          drain.seconds(), drain.events(), drain.eventsPerSecond(), drain.engineCpuMicrosPerEvent(), drain.violationRevisions());
    }
  }

  static BaselineFigures of(BaselineResult plainResult, BaselineResult streamsResult, DrainFigures drain) {
    Side plain = Side.of(plainResult);
    Side streams = Side.of(streamsResult);
    Side engine = Side.of(drain);
    return new BaselineFigures(
        plain, streams, engine,
        engine.eventsPerSecond / plain.eventsPerSecond, engine.eventsPerSecond / streams.eventsPerSecond,
        engine.cpuMicrosPerEvent / plain.cpuMicrosPerEvent, engine.cpuMicrosPerEvent / streams.cpuMicrosPerEvent);
  }
}
