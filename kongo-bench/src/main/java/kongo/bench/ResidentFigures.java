package kongo.bench;

/**
 * What Goods take up in the heap of one node, garbage collected.
 *
 * @param emptyHeapMb before there are Goods
 * @param residentHeapMb when all are in memory
 * @param knownHeapMb when none is, but their Locations are
 * @param bytesPerResident all that a Goods in memory takes up, what its Location knows of it included
 * @param bytesPerKnown what a Location knows of a Goods that is not in memory
 * @param millionGoodsMb what follows for the heap of a million known Goods, a tenth of them in memory
 * @param coldPerSecond Goods brought back from their journals by a read of their tag
 */
public record ResidentFigures(
    int goods, double emptyHeapMb, double residentHeapMb, double knownHeapMb, double bytesPerResident, double bytesPerKnown,
    double millionGoodsMb, double coldPerSecond, double arrivalSeconds) {

  private static final double MB = 1 << 20;
  private static final double MILLION = 1e6;

  static ResidentFigures of(int goods, double empty, double resident, double known, double coldPerSecond, double arrivals) {
    double perResident = (resident - empty) / goods;
    double perKnown = (known - empty) / goods;
    double million = empty + MILLION * (0.9 * perKnown + 0.1 * perResident);
    return new ResidentFigures(
        goods, empty / MB, resident / MB, known / MB, perResident, perKnown, million / MB, coldPerSecond, arrivals);
  }
}
