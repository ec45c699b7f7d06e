package kongo.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends what runs in a data folder, and waits until it is gone. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Stop what ./kongo local or ./kongo demo has started; the data is kept.")
final class StopCommand implements Callable<Integer> {

  private static final int GRACE_SECONDS = 60;

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var running = LocalEnvironment.running(data.folder());
    if (running.isEmpty()) {
      say("Nothing runs in %s.".formatted(data.folder()));
      return Exit.OK;
    }
    running.get().launcher().alive().ifPresent(this::end);
    say("Stopped.");
    return Exit.OK;
  }

  private void end(ProcessHandle launcher) {
    launcher.destroy();
    try {
      launcher.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // Its children end with it, however it ends.
      launcher.destroyForcibly();
      launcher.onExit().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
  }
}
