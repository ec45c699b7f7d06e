package kongo.bench;

/**
 * What Goods take up in the heap of one node, garbage collected.
 *
 * @param emptyHeapMb before there are Goods
 * @param residentHeapMb when all are in memory
 * @param knownHeapMb when none is, but their Locations are
 * @param bytesPerResident all that a Goods in memory takes up, what its Location knows of it included
 * @param bytesPerKnown what a Location knows of a Goods that is not in memory
 * @param coldPerSecond Goods brought back from their journals by a read of their tag
 */
public record ResidentFigures(
    int goods, double emptyHeapMb, double residentHeapMb, double knownHeapMb, double bytesPerResident, double bytesPerKnown,
    double coldPerSecond, double arrivalSeconds) {

  private static final double MB = 1 << 20;

  static ResidentFigures of(int goods, double empty, double resident, double known, double coldPerSecond, double arrivals) {
    return new ResidentFigures(
        goods, empty / MB, resident / MB, known / MB, (resident - empty) / goods, (known - empty) / goods, coldPerSecond, arrivals);
  }
}
