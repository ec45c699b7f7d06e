package kongo.ingest;

import java.util.function.Consumer;
import java.util.function.Function;
import kongo.kafka.Assignment;
import kongo.kafka.Precedence;

/**
 * An input topic, and what is done with it.
 *
 * @param name of the topic
 * @param assignment is told which of its partitions are here
 * @param precedence what its records wait for, or what waits for them
 * @param work what is done with the records of a partition
 * @param begun is told each run over a partition
 */
record InputTopic(
    String name, Assignment assignment, Precedence precedence, Function<Lane, LaneWork> work, Consumer<LaneRun> begun) {}
