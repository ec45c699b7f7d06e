package kongo.cli;

import picocli.CommandLine.Command;

/** Commands about rule books. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Work with rule books.", synopsisSubcommandLabel = "COMMAND",
    subcommands = {RulesCheckCommand.class, RulesPublishCommand.class, RulesListCommand.class, RulesShowCommand.class, RulesDiffCommand.class})
final class RulesCommand {}
