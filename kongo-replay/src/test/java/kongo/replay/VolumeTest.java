package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumeTest {

  @Test
  void namesTheLargestRowAndTheEntityWithTheMostRows() {
    Volume few = counted("Goods|few", 900);
    Volume many = counted("Goods|many", 10, 20, 30);

    Volume both = few.plus(many);

    assertThat(both).isEqualTo(new Volume(4, 960, new Most("Goods|few 1 (m)", 900), new Most("Goods|many", 3)));
    assertThat(many.plus(few)).isEqualTo(both);
  }

  @Test
  void ofEqualOnesTheFirstNameCountsWhateverTheOrder() {
    Volume a = counted("Goods|a", 10);
    Volume b = counted("Goods|b", 10);

    assertThat(a.plus(b).largest().of()).isEqualTo("Goods|a 1 (m)");
    assertThat(b.plus(a)).isEqualTo(a.plus(b));
  }

  @Test
  void ofNothingIsNothing() {
    assertThat(counted("Goods|none")).isEqualTo(Volume.NONE);
    assertThat(Volume.NONE.plus(counted("Goods|a", 10))).isEqualTo(counted("Goods|a", 10));
  }

  private static Volume counted(String entity, int... sizes) {
    Volume.Counter counter = new Volume.Counter(entity);
    for (int i = 0; i < sizes.length; i++) {
      counter.row(i + 1L, "m", sizes[i]);
    }
    return counter.total();
  }
}
