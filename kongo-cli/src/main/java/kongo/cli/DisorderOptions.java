package kongo.cli;

import java.time.Duration;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that change how records are delivered, never what happened. */
final class DisorderOptions {

  @Option(names = "--late-rfid", paramLabel = "P,TIME", converter = ShareText.class, description = "A share of the RFID records is sent up to this much later.")
  private Share lateRfid = Share.NONE;

  @Option(names = "--offline", paramLabel = "P,TIME", converter = ShareText.class, description = "A share of the trucks keeps everything for this time, then sends it at once.")
  private Share offline = Share.NONE;

  @Option(names = "--shuffle", paramLabel = "TIME", converter = DurationText.class, description = "Readings of a location are permuted within this time.")
  private Duration shuffle = Duration.ZERO;

  @Option(names = "--duplicates", paramLabel = "P,TIME", converter = ShareText.class, description = "A share of the records is sent again, up to this much later.")
  private Share duplicates = Share.NONE;

  @Option(names = "--registry-last", description = "The registry is sent after everything else.")
  private boolean registryLast;

  @Option(names = "--garbage", paramLabel = "P", defaultValue = "0", description = "Malformed records of every kind in between, so many per record.")
  private double garbage;

  @Option(names = "--mistakes", paramLabel = "P,TIME", converter = ShareText.class, description = "A share of the readings and moves is followed by a wrong one, which is corrected or void up to this much later.")
  private Share mistakes = Share.NONE;

  Disorder disorder() {
    return new Disorder(lateRfid, offline, shuffle, duplicates, registryLast, garbage, mistakes);
  }

  /** Reads a share and a time, such as 0.1,30m. */
  static final class ShareText implements ITypeConverter<Share> {

    @Override
    public Share convert(String text) throws Exception {
      String[] parts = text.split(",", -1);
      if (parts.length != 2) {
        throw new TypeConversionException("'" + text + "' is not a share and a time, such as 0.1,30m");
      }
      try {
        return new Share(Double.parseDouble(parts[0]), new DurationText().convert(parts[1]));
      } catch (IllegalArgumentException problem) {
        throw new TypeConversionException("'" + text + "' is not a share and a time, such as 0.1,30m: " + problem.getMessage());
      }
    }
  }
}
