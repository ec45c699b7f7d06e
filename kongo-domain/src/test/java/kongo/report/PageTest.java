package kongo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final List<String> LISTS = List.of("first", "second", "third");

  @Test
  void allPagesTogetherAreTheWhole() {
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      List<List<Integer>> lists = LISTS.stream().map(list -> items(random)).toList();
      int room = random.nextInt(30);
      List<String> read = new ArrayList<>();
      Optional<Cursor> next = Optional.of(Cursor.START);
      while (next.isPresent()) {
        Page page = new Page(Cursor.parse(next.get().text()).orElse(Cursor.START), room);
        List<String> taken = take(page, lists);
        assertThat(weight(taken) <= room || taken.size() == 1).as("seed %d, room %d, %s", seed, room, taken).isTrue();
        read.addAll(taken);
        next = page.next();
      }
      assertThat(read).as("seed %d", seed).isEqualTo(take(new Page(Cursor.START, 10_000), lists));
    }
  }

  @Test
  void whatComesOrGoesMovesNothingElse() {
    Page first = new Page(Cursor.START, 20);
    assertThat(take(first, List.of(List.of(20, 30), List.of(40), List.of()))).containsExactly("first 20");
    Page second = new Page(first.next().orElseThrow(), 1_000);
    assertThat(take(second, List.of(List.of(15, 30, 35), List.of(40), List.of()))).containsExactly("first 30", "first 35", "second 40");
    assertThat(second.next()).isEmpty();
  }

  private static List<Integer> items(Random random) {
    return IntStream.range(10, 99).filter(i -> random.nextInt(20) == 0).boxed().toList();
  }

  private static List<String> take(Page page, List<List<Integer>> lists) {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < LISTS.size(); i++) {
      String list = LISTS.get(i);
      page.take(list, lists.get(i), item -> Integer.toString(item), item -> item).forEach(item -> taken.add(list + " " + item));
    }
    return taken;
  }

  private static int weight(List<String> taken) {
    return taken.stream().mapToInt(text -> Integer.parseInt(text.split(" ")[1])).sum();
  }
}
