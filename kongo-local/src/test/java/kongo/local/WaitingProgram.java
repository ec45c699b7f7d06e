package kongo.local;

/** A child that waits to be ended, or ends at once with the status of its variable STATUS. */
public final class WaitingProgram {

  private WaitingProgram() {}

  public static void main(String[] args) throws InterruptedException {
    var status = System.getenv("STATUS");
    if (status != null) {
      System.exit(Integer.parseInt(status));
    }
    Thread.currentThread().join();
  }
}
