package kongo.cli;

import picocli.CommandLine.Command;

/** Measures how fast Kongo is on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "BENCH",
    description = "Measure how fast Kongo is on this machine, with Kafka, Cassandra and the nodes on it. Each bench prints a table and keeps "
        + "its figures as JSON in bench/results beside the launcher.",
    subcommands = {
      BenchDrainCommand.class,
      BenchLiveCommand.class,
      BenchMovesCommand.class,
      BenchScaleCommand.class,
      BenchStartCommand.class,
      BenchReplayCommand.class,
      BenchRulesCommand.class,
      BenchResidentCommand.class,
      BenchGrowthCommand.class,
      BenchBaselineCommand.class,
      BenchJmhCommand.class
    })
final class BenchCommand {}
