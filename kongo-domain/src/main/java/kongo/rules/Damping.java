package kongo.rules;

/**
 * What keeps a rule with bounds from crying wolf (ISA-18.2: deadband and delay).
 *
 * @param deadband how far inside each bound a value has to be to end an excursion; 0: not at all
 * @param mergeMillis runs with a shorter gap between them are one excursion; 0: none are
 * @param delayMillis an excursion that has not lasted so long is none; 0: it is one at once
 */
public record Damping(double deadband, long mergeMillis, long delayMillis) {

  public static final Damping NONE = new Damping(0, 0, 0);
}
