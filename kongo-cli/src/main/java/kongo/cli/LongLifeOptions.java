package kongo.cli;

import kongo.drill.LongLifeSizes;
import kongo.drill.Scenario;
import kongo.drill.Scenarios;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long lives are in the drill of that name. */
final class LongLifeOptions {

  static final String NAME = "long-life";

  private static final LongLifeSizes DEFAULT = LongLifeSizes.DEFAULT;

  @Option(names = "--goods", paramLabel = "N", description = "long-life: how many returnable Goods (default: 10).")
  private int goods = DEFAULT.goods();

  @Option(names = "--moves", paramLabel = "N", description = "long-life: moves of each of them, one an hour (default: 20000).")
  private int moves = DEFAULT.moves();

  @Option(names = "--known", paramLabel = "N", description = "long-life: Goods that pass through one truck (default: 200000).")
  private int known = DEFAULT.known();

  @Option(names = "--use-by", paramLabel = "N", description = "long-life: Goods with one use-by time at one place (default: 50000).")
  private int useBy = DEFAULT.useBy();

  @Option(names = "--rounds", paramLabel = "N", description = "long-life: parts that the lives are told in (default: 10).")
  private int rounds = DEFAULT.rounds();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Scenario scenario() {
    try {
      return Scenarios.longLife(new LongLifeSizes(goods, moves, known, useBy, rounds));
    } catch (IllegalArgumentException problem) {
      throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
    }
  }
}
