package kongo.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kongo.entity.LocationMachine;
import kongo.goods.GoodsAt;
import kongo.location.GoodsHere;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.violation.Violation;

/** Words of Goods that their Location can never take, so that they are given up: they are mended by the next word. */
final class GivenUp {

  private record Word(String location, GoodsAt said) {}

  private final Function<String, Optional<LocationMachine>> locations;
  private final List<Word> words = new ArrayList<>();

  /** @param locations as they are at rest */
  GivenUp(Function<String, Optional<LocationMachine>> locations) {
    this.locations = locations;
  }

  void add(String location, GoodsAt word) {
    words.add(new Word(location, word));
  }

  /** Whether one of the words is in it. */
  boolean isIn(LocationCommand command) {
    return command instanceof TakeGoods take && take.goods().stream().anyMatch(this::contains);
  }

  private boolean contains(GoodsAt word) {
    return words.stream().anyMatch(one -> one.said == word);
  }

  /** Those that are about nothing that a Location has not heard: of the others nothing can be expected. */
  List<Violation> untouched(Collection<Violation> violations) {
    List<Word> missing = words.stream().filter(word -> !isMended(word)).toList();
    return violations.stream().filter(one -> missing.stream().noneMatch(word -> concerns(word, one))).toList();
  }

  private static boolean concerns(Word word, Violation one) {
    return one.location().equals(word.location) || word.said.goods().equals(one.goods());
  }

  private boolean isMended(Word word) {
    return known(word.location, word.said.goods()).map(here -> here.complete() >= word.said.version()).orElse(false);
  }

  private Optional<GoodsHere> known(String location, String goods) {
    return locations.apply(location)
        .flatMap(machine -> machine.snapshot().goods().stream().filter(here -> here.goods().equals(goods)).findFirst());
  }

  /** Goods of which a Location keeps words apart though nothing that would close the gap was given up. */
  List<String> keptApart(Collection<String> all) {
    List<String> apart = new ArrayList<>();
    for (String location : all) {
      locations.apply(location).stream()
          .flatMap(machine -> machine.snapshot().goods().stream())
          .filter(here -> !here.ahead().isEmpty())
          .filter(here -> words.stream().noneMatch(word -> closes(word, location, here)))
          .forEach(here -> apart.add(location + " of " + here));
    }
    return apart;
  }

  private static boolean closes(Word word, String location, GoodsHere here) {
    return word.location.equals(location)
        && word.said.goods().equals(here.goods())
        && (word.said.previous() <= here.complete() && word.said.version() >= here.version() || wasHeard(word, here));
  }

  /** It came, and was given up only when it was said again: nobody heard the answer that others are missing. */
  private static boolean wasHeard(Word word, GoodsHere here) {
    return here.ahead().stream().anyMatch(heard -> heard.version() == word.said.version());
  }
}
