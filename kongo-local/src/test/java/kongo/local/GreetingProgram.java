package kongo.local;

/** Says hello and ends. */
public final class GreetingProgram {

  private GreetingProgram() {}

  public static void main(String[] args) {
    System.out.println("Hello");
  }
}
